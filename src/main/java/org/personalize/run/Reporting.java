package org.personalize.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.CampaignFile;
import org.personalize.campaign.Demand;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Ledger;
import org.personalize.plan.Counts;
import org.personalize.plan.Reason;
import org.personalize.report.Account;
import org.personalize.report.CampaignReport;
import org.personalize.report.Mails;
import org.personalize.report.RecipientsCsv;

/** Reports what was sent and what came of it. Writes nothing but the files that are asked for. */
public final class Reporting {

    private static final Set<Demand> DEMANDS = EnumSet.of(Demand.DATA);
    private static final String ALL = "all campaigns";

    private final Request request;
    private final Orders orders;
    private final Campaign campaign;
    private final Map<String, Long> states = new LinkedHashMap<>();
    private final Map<Reason, Long> skipped = new EnumMap<>(Reason.class);

    private Reporting(Request request, Orders orders, Campaign campaign) {
        this.request = request;
        this.orders = orders;
        this.campaign = campaign;
    }

    /**
     * What is asked for.
     *
     * @param isAll whether all campaigns of the ledger are meant, and not only the request's
     * @param countsMachines whether what programs did counts as people's
     * @param recipients where to write what came of each mail; null for nowhere
     */
    public record Orders(boolean isAll, boolean countsMachines, @Nullable Path recipients) {}

    /** @param notices what the user should be told about the files, a sentence each */
    public record Result(CampaignReport report, List<String> notices) {
        public Result {
            notices = List.copyOf(notices);
        }
    }

    public static Result run(Request request, Orders orders) throws IOException {
        Campaign campaign = CampaignFile.read(request.campaign(), request.environment(), DEMANDS);
        return new Reporting(request, orders, campaign).run();
    }

    private Result run() throws IOException {
        Evidence evidence = Evidence.gather(request, campaign);
        var mails = new Mails(
                evidence.audience(), evidence.catalog(), campaign.seed(), orders.recipients() != null);
        request.progress().report("reading the ledger", 0, 0);
        try (Ledger ledger = Ledger.openExisting(campaign.ledger()).orElse(null)) {
            if (ledger != null) {
                read(ledger, mails);
            }
        }
        mails.settle();
        request.stop().obey();
        request.progress().report("counting", 0, 0);
        var account = new Account(
                campaign,
                mails,
                evidence.audience(),
                evidence.catalog(),
                evidence.history(),
                request.now(),
                orders.countsMachines());
        CampaignReport report =
                account.report(orders.isAll() ? ALL : campaign.name(), states, skipped, List.of());
        if (orders.recipients() != null) {
            RecipientsCsv.write(orders.recipients(), account, evidence.audience());
        }
        return new Result(report, evidence.notices());
    }

    private void read(Ledger ledger, Mails mails) throws IOException {
        for (Edition edition : orders.isAll() ? ledger.editions() : ledger.editions(campaign.name())) {
            request.stop().obey();
            count(LedgerCounts.of(ledger.standings(edition, request.now()), 0, List.of()));
            mails.begin(edition);
            ledger.rows(edition, mails::add);
        }
    }

    private void count(Counts counts) {
        add("no_mail", counts.noMail());
        add("planned", counts.planned());
        add("plain_mail", counts.plainMail());
        add("waiting", counts.waiting());
        add("due", counts.due());
        add("accepted", counts.accepted());
        add("deferred", counts.deferred());
        add("refused", counts.refused());
        add("doubtful", counts.doubtful());
        add("expired", counts.expired());
        add("held", counts.held());
        counts.skipped().forEach((reason, people) -> skipped.merge(reason, people, Long::sum));
    }

    private void add(String state, long people) {
        states.merge(state, people, Long::sum);
    }
}
