package org.personalize.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.personalize.audience.Audience;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Campaign.Goal;
import org.personalize.campaign.Draw;
import org.personalize.catalog.Catalog;
import org.personalize.history.History;
import org.personalize.history.Kind;
import org.personalize.ledger.Edition;
import org.personalize.plan.Reason;
import org.personalize.problem.Amount;
import org.personalize.report.CampaignReport.Machines;
import org.personalize.report.CampaignReport.Span;
import org.personalize.report.Leavers.Taken;
import org.personalize.report.Lots.Cut;
import org.personalize.report.Verdict.Answer;

/** Works out a report from a ledger's rows and what people did. */
public final class Account {

    static final String ATTRIBUTION =
            "A click, an open, an opt-out or a bounce counts for the mail of the campaign that it"
                    + " names, and otherwise for the last mail that was accepted before it, of whatever campaign; so does a"
                    + " purchase (last touch). After " + Reactions.WINDOW_DAYS + " days a mail gets nothing any more.";

    private final Campaign campaign;
    private final Goal goal;
    private final Mails mails;
    private final Audience audience;
    private final Catalog catalog;
    private final History history;
    private final Instant now;
    private final Spans spans;
    private final StepCounts steps;
    private final Reactions reactions;
    private final boolean countsMachines;

    /**
     * @param campaign whose groups and variants are known
     * @param goal by which mail is judged
     * @param countsMachines whether what programs did counts as people's
     */
    public Account(
            Campaign campaign,
            Goal goal,
            Mails mails,
            Audience audience,
            Catalog catalog,
            History history,
            Instant now,
            boolean countsMachines) {
        this.campaign = campaign;
        this.goal = goal;
        this.mails = mails;
        this.audience = audience;
        this.catalog = catalog;
        this.history = history;
        this.now = now;
        this.countsMachines = countsMachines;
        spans = new Spans(mails, now.getEpochSecond());
        steps = new StepCounts(sending(), end());
        reactions = new Reactions(mails, history, audience, countsMachines, now.getEpochSecond(), steps);
        reactions.look();
        countMails();
    }

    private Optional<Span> sending() {
        return spans.isAnythingSent()
                ? Optional.of(new Span(
                        Instant.ofEpochSecond(spans.firstAccepted()), Instant.ofEpochSecond(spans.lastAccepted())))
                : Optional.empty();
    }

    private Instant end() {
        Instant last = spans.isAnythingSent()
                ? Instant.ofEpochSecond(spans.lastAccepted() + Reactions.WINDOW_SECONDS - 1)
                : now;
        return last.isBefore(now) ? last : now;
    }

    private void countMails() {
        for (int mail = 0; mail < mails.size(); mail++) {
            if (mails.isAccepted(mail)) {
                steps.addMail(mails.second(mail));
            }
        }
    }

    /** What came of each mail, one by one. */
    Reactions reactions() {
        return reactions;
    }

    Mails mails() {
        return mails;
    }

    /**
     * @param title the campaign's name, or what else the figures are of
     * @param states how many people are where, in the words and the order of the command that tells them
     * @param told what the reader should know of the files
     */
    public CampaignReport report(String title, Map<String, Long> states, Map<Reason, Long> skipped, List<String> told) {
        var lots = new Lots(mails, audience);
        Cut mailCut = lots.mail(campaign.groups());
        Cut personalCut = lots.personal(campaign.groups());
        Stream<Supplier<Tested>> comparisons = Stream.of(
                () -> comparing(lots).mail(mailCut), () -> comparing(lots).personal(personalCut, mailCut, goal));
        List<Tested> tested = comparisons.parallel().map(Supplier::get).toList();
        long withoutRoom = skipped.getOrDefault(Reason.NO_CAPACITY, 0L);
        Taken taken = taken(mailCut, tested.get(0));
        var verdicts = new Verdicts(spans, now.getEpochSecond(), areOrdersKnown(), withoutRoom, taken);
        Verdict mail = verdicts.mail(tested.get(0), mailCut);
        return new CampaignReport(
                title,
                mails.editions().stream().map(Edition::toString).toList(),
                now,
                sending(),
                goal,
                states,
                skipped,
                ATTRIBUTION,
                spans.isOpen(),
                breakdowns().all(),
                machines(),
                mail,
                verdicts.personal(tested.get(1), personalCut, mailCut),
                race(),
                byFacet(),
                steps.timeLine(),
                Optional.empty(),
                Optional.empty(),
                notes(told, lots, mailCut, mail.answer() == Answer.BLOCKED ? Taken.NONE : taken));
    }

    private Taken taken(Cut cut, Tested tested) {
        return cut.isMade() && spans.isAnythingSent()
                ? mails.leavers().taken(audience, mails, new Draw(campaign.seed()), cut, spans.firstAccepted(), tested)
                : Taken.NONE;
    }

    private boolean areOrdersKnown() {
        for (int event = 0; event < history.size(); event++) {
            if (history.kind(event) == Kind.PURCHASE) {
                return true;
            }
        }
        return false;
    }

    /** Variants of different campaigns are different texts, even where they have the same name. */
    private Optional<VariantRace> race() {
        boolean isOne =
                mails.editions().stream().map(Edition::campaign).distinct().count() <= 1;
        if (!spans.isAnythingSent() || !isOne) {
            return Optional.empty();
        }
        List<String> order =
                campaign.subjects().stream().map(Campaign.Variant::name).toList();
        return new Racing(mails, reactions, audience, goal).run(order);
    }

    private Comparing comparing(Lots lots) {
        return new Comparing(mails, lots, spans, reactions, audience, history);
    }

    /** One for each thread: it walks from mail to mail. */
    private Breakdowns breakdowns() {
        return new Breakdowns(mails, reactions, audience);
    }

    private List<Breakdown> byFacet() {
        if (!spans.isAnythingSent()) {
            return List.of();
        }
        return new Facets(mails, audience, catalog)
                .all(history, Instant.ofEpochSecond(spans.firstAccepted())).parallelStream()
                        .map(facet -> breakdowns().by(facet))
                        .filter(breakdown -> !breakdown.cells().isEmpty() || breakdown.peopleLeftOut() > 0)
                        .toList();
    }

    private Machines machines() {
        long opens = 0;
        long clicks = 0;
        long undecided = 0;
        for (int mail = 0; mail < mails.size(); mail++) {
            boolean isOpened = reactions.did(mail, Deed.OPENED);
            opens += reactions.did(mail, Deed.OPENED_BY_MACHINE) ? 1 : 0;
            clicks += reactions.did(mail, Deed.CLICKED_BY_MACHINE) ? 1 : 0;
            undecided += reactions.did(mail, Deed.OPENED_BY_EITHER) && !isOpened ? 1 : 0;
        }
        return new Machines(opens, clicks, undecided, countsMachines);
    }

    private List<String> notes(List<String> told, Lots lots, Cut mailCut, Taken taken) {
        List<String> notes = new ArrayList<>();
        if (!spans.isAnythingSent()) {
            notes.add("Nothing was sent yet.");
        }
        long gone = 0;
        for (int mail = 0; mail < mails.size(); mail++) {
            gone += mails.person(mail) == Mails.GONE && mails.isAccepted(mail) ? 1 : 0;
        }
        say(
                notes,
                gone,
                "mail",
                "mails",
                "went to people who have left the customer file since. What they did is not"
                        + " known: no figure but the counts of mails has them.");
        say(
                notes,
                reactions.outside(),
                "event",
                "events",
                "of the campaign came before its mail, or over " + Reactions.WINDOW_DAYS
                        + " days after it, and did not count.");
        say(
                notes,
                reactions.withoutValue(),
                "purchase",
                "purchases",
                "did not say what was paid, and added nothing to" + " the revenue.");
        if (mailCut.isMade() && mailCut.low() < mailCut.high()) {
            say(
                    notes,
                    lots.between(mailCut),
                    "person",
                    "people",
                    "got mail in one mailing and were kept back from"
                            + " another, because no_mail was changed: they were in neither group.");
        }
        if (taken.isUneven()) {
            notes.add(Verdicts.left(taken));
        }
        notes.addAll(told);
        return notes;
    }

    private static void say(List<String> notes, long count, String one, String many, String what) {
        if (count > 0) {
            notes.add(Amount.of(count, one, many) + " " + what);
        }
    }
}
