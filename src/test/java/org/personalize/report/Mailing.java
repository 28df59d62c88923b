package org.personalize.report;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.personalize.audience.Mailbox;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Campaign.Goal;
import org.personalize.campaign.Campaign.Groups;
import org.personalize.campaign.Draw;
import org.personalize.history.Diary;
import org.personalize.history.Kind;
import org.personalize.history.Reaction;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Promise;
import org.personalize.ledger.Promise.Shown;
import org.personalize.ledger.Row;
import org.personalize.ledger.State;
import org.personalize.plan.Decision.Group;
import org.personalize.plan.GroupLot;
import org.personalize.plan.Reason;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCampaign;
import org.personalize.village.SmallCatalog;

/** A campaign that went out at nine, group by group as the plan draws them, and what people did afterwards. */
final class Mailing {

    static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    static final long SECOND = NINE.getEpochSecond();
    static final long HOUR = 3_600;
    static final long DAY = 24 * HOUR;

    final SmallAudience audience = new SmallAudience();
    final SmallCatalog catalog = SmallCatalog.of("tent:tents", "map:maps");
    final Diary diary = new Diary();
    final List<Row> rows = new ArrayList<>();
    final Map<Integer, State> states = new java.util.HashMap<>();
    /** Who must not be written to any more, and since which second. */
    final Map<Integer, Long> left = new java.util.HashMap<>();

    Instant sendAt = NINE;
    /** Why a mail that was skipped was taken back. */
    Reason takenBack = Reason.UNSUBSCRIBED;

    Goal goal = Goal.CLICK;
    private final String seed = "spring";
    private final Draw draw = new Draw(seed);
    private Groups groups = new Groups(0, 0);
    private List<String> variants = List.of("only");

    Mailing people(int count) {
        for (int person = 0; person < count; person++) {
            audience.add("p" + person);
        }
        return this;
    }

    Mailing groups(double noMail, double plainMail) {
        groups = new Groups(noMail, plainMail);
        return this;
    }

    Mailing variants(String... names) {
        variants = List.of(names);
        return this;
    }

    double lot(int person) {
        return GroupLot.of(draw, "p" + person);
    }

    Group group(int person) {
        double lot = lot(person);
        if (lot < groups.noMail()) {
            return Group.NO_MAIL;
        }
        return lot >= 1 - groups.plainMail() && audience.allowsPersonalization(person) ? Group.PLAIN_MAIL : Group.NONE;
    }

    /** A row for everybody, as the plan makes it; accepted at nine, unless {@link #states} says otherwise. */
    Mailing send() {
        for (int person = 0; person < audience.size(); person++) {
            row(person);
        }
        return this;
    }

    void row(int person) {
        row(person, "p" + person);
    }

    /** @param id under which the ledger knows the person */
    void row(int person, String id) {
        Group group = group(person);
        boolean isDrawn = group == Group.NONE && audience.allowsPersonalization(person) && variants.size() > 1;
        String variant = group == Group.NO_MAIL ? "" : isDrawn ? variants.get(person % 2) : variants.get(0);
        var promise = new Promise(
                id,
                new Mailbox("p" + person, "example.org"),
                ZoneOffset.UTC,
                sendAt,
                sendAt.plusSeconds(HOUR),
                variant,
                isDrawn ? 0.5 : 1,
                1,
                group,
                group == Group.NO_MAIL ? Map.of() : Map.of("picks", List.of(new Shown("tent", "popular"))));
        State usual = group == Group.NO_MAIL ? State.NO_MAIL : State.ACCEPTED;
        State state = states.getOrDefault(person, usual);
        Reason reason = state == State.SKIPPED ? takenBack : null;
        rows.add(new Row(promise, state, reason, 0, sendAt, "", state == State.ACCEPTED ? sendAt : null));
    }

    Mailing buys(int person, long second, double value) {
        diary.add(person, Kind.PURCHASE, 0, second, null, value, Reaction.HUMAN);
        return this;
    }

    Mailing clicks(int person, long second, String campaign) {
        diary.add(person, Kind.CLICK, 0, second, campaign);
        return this;
    }

    Campaign campaign() {
        return SmallCampaign.in(Path.of(""))
                .seed(seed)
                .groups(groups)
                .variants(variants, Map.of())
                .campaign();
    }

    Account account(boolean countsMachines) {
        return account(seed, countsMachines, NINE.plusSeconds(30 * DAY));
    }

    Account account(String drawnBy, boolean countsMachines, Instant now) {
        var mails = new Mails(audience, catalog, drawnBy, true);
        mails.begin(new Edition("spring", ""));
        rows.forEach(mails::add);
        mails.settle();
        return account(mails, countsMachines, now);
    }

    private Account account(Mails mails, boolean countsMachines, Instant now) {
        left.forEach(mails.leavers()::add);
        return new Account(campaign(), goal, mails, audience, catalog, diary.of(audience.size()), now, countsMachines);
    }

    /** A second mailing of the same campaign, by the groups as they are set now. */
    Account again() {
        return again("spring");
    }

    /** A second mailing, of this campaign. */
    Account again(String campaign) {
        buys(0, SECOND + DAY, 10);
        return again(campaign, -1);
    }

    /** A second mailing of the same campaign, to all but one. */
    Account againWithout(int person) {
        return again("spring", person);
    }

    private Account again(String campaign, int without) {
        var mails = new Mails(audience, catalog, seed, true);
        mails.begin(new Edition("spring", "2026-W10"));
        rows.forEach(mails::add);
        rows.clear();
        send();
        rows.removeIf(row -> row.promise().customerId().equals("p" + without));
        mails.begin(new Edition(campaign, "2026-W11"));
        rows.forEach(mails::add);
        mails.settle();
        Instant now = NINE.plusSeconds(30 * DAY);
        return account(mails, false, now);
    }

    CampaignReport report() {
        return report(account(false));
    }

    static CampaignReport report(Account account) {
        return account.report("spring", Map.of(), Map.of(), List.of());
    }
}
