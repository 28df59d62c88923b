package org.personalize.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.CampaignFile;
import org.personalize.campaign.Demand;
import org.personalize.campaign.KeyedHash;
import org.personalize.campaign.Seal;
import org.personalize.campaign.SecretKey;
import org.personalize.campaign.Smtp;
import org.personalize.campaign.Token;
import org.personalize.deliver.DnsLookup;
import org.personalize.deliver.DnsTicks;
import org.personalize.deliver.MimeMail;
import org.personalize.deliver.OptOutPage;
import org.personalize.deliver.Outcome;
import org.personalize.deliver.ReceivedMail;
import org.personalize.deliver.SmtpCourier;
import org.personalize.deliver.Tick;
import org.personalize.deliver.Tick.Verdict;
import org.personalize.deliver.Timeouts;

/** Looks at what a campaign's mail needs on its way; sends nothing. */
public final class Doctor {

    private static final Set<Demand> DEMANDS = EnumSet.of(Demand.FROM, Demand.SMTP, Demand.COMPLIANCE, Demand.SECRET);

    /** A mail that arrived had a relay, whether or not this file names it. */
    private static final Set<Demand> OF_RECEIVED = EnumSet.of(Demand.FROM, Demand.COMPLIANCE);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Doctor() {}

    /**
     * @param received the source of a test mail that arrived, to read how it fared; null to look from here
     * @param nameServer blank for those that the machine uses
     */
    public static List<Tick> look(Request request, @Nullable Path received, String nameServer) throws IOException {
        Campaign campaign =
                CampaignFile.read(request.campaign(), request.environment(), received == null ? DEMANDS : OF_RECEIVED);
        if (received != null) {
            return ReceivedMail.read(received).ticks(campaign);
        }
        List<Tick> ticks = new ArrayList<>();
        ticks.add(relay(campaign));
        ticks.addAll(DnsTicks.of(campaign, new DnsLookup(nameServer, PATIENCE)));
        ticks.add(OptOutPage.look(optOut(campaign), PATIENCE));
        return ticks;
    }

    private static Tick relay(Campaign campaign) throws IOException {
        Smtp smtp = campaign.relay();
        String where = smtp.host() + ':' + smtp.port();
        var letters = new MimeMail(campaign, new KeyedHash(SecretKey.preview()));
        try (var courier = SmtpCourier.of(smtp, letters, Timeouts.USUAL)) {
            Outcome refusal = courier.open().orElse(null);
            if (refusal == null) {
                return new Tick("relay", Verdict.OK, where + ", " + line(smtp), "");
            }
            String remedy = "Correct host, port, security, username or password under smtp.";
            String why = Answers.of(refusal);
            return new Tick("relay", Verdict.WRONG, why.contains(where) ? why : where + ": " + why, remedy);
        }
    }

    private static String line(Smtp smtp) {
        String security = smtp.security().name().toLowerCase(Locale.ROOT);
        return "security " + security + (smtp.username() == null ? "" : ", password taken");
    }

    /** The address as it would stand in a test mail. */
    private static String optOut(Campaign campaign) throws IOException {
        String address = campaign.compliance().unsubscribe();
        if (address == null) {
            return "";
        }
        var token = new Token(
                Token.Kind.TEST,
                campaign.name(),
                "",
                "doctor",
                "",
                campaign.compliance().topic());
        return address.replace("${token}", new Seal(Tokens.key(campaign)).close(token));
    }
}
