package org.personalize.run;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.personalize.audience.Mailbox;
import org.personalize.audience.Standing;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.CampaignFile;
import org.personalize.campaign.Demand;
import org.personalize.campaign.KeyedHash;
import org.personalize.campaign.SecretKey;
import org.personalize.campaign.Token;
import org.personalize.deliver.MimeMail;
import org.personalize.deliver.Outcome;
import org.personalize.deliver.Permission;
import org.personalize.deliver.SmtpCourier;
import org.personalize.deliver.Timeouts;
import org.personalize.ledger.Ledger;
import org.personalize.plan.Decision;
import org.personalize.plan.Plan;
import org.personalize.plan.Planner;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;
import org.personalize.render.Finding;
import org.personalize.render.Mail;
import org.personalize.render.Purpose;
import org.personalize.render.Rendered;

/** One real mail to an address of one's own, made with somebody's data; no ledger knows of it. */
public final class TestMail {

    private static final Set<Demand> DEMANDS = EnumSet.allOf(Demand.class);

    private TestMail() {}

    /** @param answer the relay's, masked */
    public record Sent(Outcome outcome, String answer, String subject) {}

    /** @param isMarked the subject says that it is a test */
    public static Sent send(Request request, String customer, String to, boolean isMarked) throws IOException {
        Mailbox mailbox = Mailbox.read(to)
                .orElseThrow(() -> new InputProblem(
                        Place.NOWHERE, "--to " + Problem.quote(to) + " is no address", "Write name@example.com."));
        Campaign campaign = CampaignFile.read(request.campaign(), request.environment(), DEMANDS);
        Material material;
        SecretKey key;
        try (Ledger ledger = WorkspaceLedger.toRead(campaign).orElse(null)) {
            material = Material.gather(request, new Selection(1, List.of(customer), "--as"), campaign, ledger);
            refuseIfOptedOut(material, mailbox);
            key = WorkspaceKey.toSign(campaign, ledger);
        }
        Rendered rendered =
                material.renderer(key, Token.Kind.TEST, Purpose.MAIL).render(decision(material, customer));
        if (!(rendered instanceof Rendered.Ready ready)) {
            Finding first = ((Rendered.Held) rendered).findings().get(0);
            throw new InputProblem(first.place(), first.message(), "Mend it, or choose another customer.");
        }
        Mail mail = ready.mail().asTest(mailbox.key(), isMarked, "test " + request.now());
        var mime = MimeMail.signed(campaign, new KeyedHash(key));
        try (var courier = SmtpCourier.of(campaign.relay(), mime, Timeouts.USUAL)) {
            Outcome outcome = courier.deliver(mail, Permission.GIVEN);
            return new Sent(outcome, Answers.of(outcome), mail.subject());
        }
    }

    /** Whoever said no gets no tests either. */
    private static void refuseIfOptedOut(Material material, Mailbox mailbox) {
        for (int person : material.audience().everybodyAt(mailbox.key())) {
            Standing standing = material.audience().standing(person);
            if (standing != Standing.MAY_BE_MAILED && standing != Standing.NO_CONSENT) {
                throw new InputProblem(
                        Place.NOWHERE,
                        "the address after --to belongs to somebody who is "
                                + standing.name().toLowerCase(java.util.Locale.ROOT),
                        "Send the test to an address of your own.");
            }
        }
    }

    private static Decision decision(Material material, String customer) {
        int person = material.audience().find(customer);
        Plan plan = Planner.plan(material.planning());
        Decision decision = plan.decision(person);
        if (decision.status() == Decision.Status.PLANNED) {
            return decision;
        }
        String why = decision.reason() == null
                ? "in the group that gets no mail"
                : decision.reason().word();
        throw new InputProblem(
                Place.NOWHERE,
                "--as " + Problem.quote(customer) + ": this person gets no mail (" + why + ")",
                "Choose a customer who is planned; plan --out lists them.");
    }
}
