package org.personalize.report;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.personalize.audience.Audience;
import org.personalize.campaign.Campaign.Goal;
import org.personalize.history.History;
import org.personalize.history.Kind;
import org.personalize.history.LocalClock;
import org.personalize.report.Lots.Cut;

/**
 * Adds up both comparisons, person by person. Everybody counts in the group that the draw put them in, whatever became of
 * their mail; whoever was skipped before the draw is in neither.
 */
final class Comparing {

    /** How long before a campaign both groups must have bought alike. */
    static final int DAYS_BEFORE = 56;

    private static final long SECONDS_BEFORE = DAYS_BEFORE * 86_400L;

    private final Mails mails;
    private final Lots lots;
    private final Spans spans;
    private final Reactions reactions;
    private final Audience audience;
    private final History history;
    private final int[] firstEvents;
    private final PersonDeeds deeds = new PersonDeeds();
    private final Map<ZoneId, LocalClock> clocks = new HashMap<>();
    private ZoneId zone = java.time.ZoneOffset.UTC;
    private LocalClock clock = new LocalClock(zone);
    private long start;
    private long end;
    private int firstEvent;
    private int promised;

    Comparing(Mails mails, Lots lots, Spans spans, Reactions reactions, Audience audience, History history) {
        this.mails = mails;
        this.lots = lots;
        this.spans = spans;
        this.reactions = reactions;
        this.audience = audience;
        this.history = history;
        firstEvents = IntStream.range(0, mails.editions().size())
                .map(edition -> history.firstFrom(spans.start(edition) - SECONDS_BEFORE))
                .toArray();
    }

    /**
     * Those who were kept back against all others: who buys. Everybody is watched to the end of the last mailing, for whoever
     * opts out of one is in no later one, and whoever is kept back is in all.
     */
    Tested mail(Cut cut) {
        long end = cut.editions().stream()
                .filter(spans::isSent)
                .mapToLong(spans::end)
                .max()
                .orElse(Long.MIN_VALUE);
        var tested = new Tested(Goal.PURCHASE, "with mail", "no mail");
        for (int person = 0; person < audience.size(); person++) {
            double lot = lots.of(person);
            boolean isMailed = lot >= cut.high();
            if ((isMailed || lot < cut.low()) && isMeant(person, cut)) {
                watch(person, cut, end);
                tested.add(isMailed, zone, deeds);
                if (isMailed) {
                    serve(tested.treatedServed(), person, cut);
                }
            }
        }
        return tested;
    }

    /**
     * The personal mail against the plain one, among people who allow to be profiled. The one goes out at each person's hour
     * and the other at one hour for everybody, so that each is watched from their own mail on, and as long as the last.
     */
    Tested personal(Cut cut, Cut mailCut, Goal goal) {
        var tested = new Tested(goal, "personal mail", "plain mail");
        double lowest = mailCut.isMade() ? mailCut.high() : 0;
        for (int person = 0; person < audience.size(); person++) {
            double lot = lots.of(person);
            boolean isPersonal = lot >= lowest && lot < cut.low();
            boolean isIn = isPersonal || lot >= cut.high();
            if (isIn && isAsked(person, goal) && isMeant(person, cut)) {
                watchFromTheirMails(person, cut, goal);
                tested.add(isPersonal, zone, deeds);
                serve(isPersonal ? tested.treatedServed() : tested.othersServed(), person, cut);
            }
        }
        return tested;
    }

    private boolean isAsked(int person, Goal goal) {
        return audience.allowsPersonalization(person) && (goal != Goal.CLICK || audience.allowsTracking(person));
    }

    /** Whether they are in one of the editions that were sent; if so, they are the one that is watched next. */
    private boolean isMeant(int person, Cut cut) {
        promised = 0;
        firstEvent = history.size();
        for (int nth = 0; nth < mails.of(person); nth++) {
            int mail = mails.of(person, nth);
            if (isIn(mail, cut)) {
                promised++;
                firstEvent = Math.min(firstEvent, firstEvents[mails.edition(mail)]);
            }
        }
        if (promised > 0) {
            deeds.clear();
            zone = audience.customer(person).zone();
            clock = clocks.computeIfAbsent(zone, LocalClock::new);
            start = Long.MAX_VALUE;
            end = Long.MIN_VALUE;
        }
        return promised > 0;
    }

    private boolean isIn(int mail, Cut cut) {
        return cut.editions().get(mails.edition(mail)) && spans.isSent(mails.edition(mail));
    }

    /** @param least how long they are watched at least */
    private void watch(int person, Cut cut, long least) {
        for (int nth = 0; nth < mails.of(person); nth++) {
            int mail = mails.of(person, nth);
            if (isIn(mail, cut)) {
                start = Math.min(start, spans.start(mails.edition(mail)));
            }
        }
        end = least;
        spend(person, Goal.PURCHASE);
    }

    private void watchFromTheirMails(int person, Cut cut, Goal goal) {
        for (int nth = 0; nth < mails.of(person); nth++) {
            int mail = mails.of(person, nth);
            if (isIn(mail, cut)) {
                long second = mails.second(mail);
                start = Math.min(start, second);
                end = Math.max(end, second + spans.wholeDays(mails.edition(mail)));
                click(mail, goal);
            }
        }
        spend(person, goal);
    }

    private void click(int mail, Goal goal) {
        if (goal == Goal.CLICK && reactions.did(mail, Deed.CLICKED)) {
            long clicked = reactions.firstClick(mail);
            if (clicked - mails.second(mail) <= spans.age(mails.edition(mail))) {
                deeds.happen(clock.weekday(clicked));
            }
        }
    }

    private void serve(Served served, int person, Cut cut) {
        for (int nth = 0; nth < mails.of(person); nth++) {
            int mail = mails.of(person, nth);
            if (isIn(mail, cut)) {
                served.add(mails, mail, 1.0 / promised);
            }
        }
    }

    private void spend(int person, Goal goal) {
        int events = history.events(person);
        for (int nth = PersonEvents.firstFrom(history, person, firstEvent); nth < events; nth++) {
            int event = history.event(person, nth);
            long second = history.second(event);
            if (second >= end) {
                return;
            }
            boolean isPurchase = history.kind(event) == Kind.PURCHASE && !history.isTakenBack(event);
            if (isPurchase) {
                double value = Math.max(0, history.value(event));
                spend(second, Double.isNaN(value) ? 0 : value, goal);
            }
        }
    }

    private void spend(long second, double value, Goal goal) {
        if (second < start) {
            deeds.buyBefore(value);
            return;
        }
        int weekday = clock.weekday(second);
        deeds.spend(weekday, value);
        if (goal != Goal.CLICK) {
            deeds.happen(weekday);
        }
    }
}
