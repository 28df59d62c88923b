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
            if (mails.of(person) > 0 && (isMailed || lot < cut.low()) && look(person, cut, Goal.PURCHASE, end)) {
                tested.add(isMailed, zone, deeds);
            }
        }
        return tested;
    }

    /** The personal mail against the plain one, among people who allow to be profiled. */
    Tested personal(Cut cut, Cut mailCut, Goal goal) {
        var tested = new Tested(goal, "personal mail", "plain mail");
        double lowest = mailCut.isMade() ? mailCut.high() : 0;
        for (int person = 0; person < audience.size(); person++) {
            double lot = lots.of(person);
            boolean isPersonal = lot >= lowest && lot < cut.low();
            boolean isIn = mails.of(person) > 0 && (isPersonal || lot >= cut.high());
            if (isIn && isAsked(person, goal) && look(person, cut, goal, Long.MIN_VALUE)) {
                tested.add(isPersonal, zone, deeds);
            }
        }
        return tested;
    }

    private boolean isAsked(int person, Goal goal) {
        return audience.allowsPersonalization(person) && (goal != Goal.CLICK || audience.allowsTracking(person));
    }

    /**
     * @param least how long they are watched at least, if at all
     * @return false for somebody who is in none of the editions that were sent
     */
    private boolean look(int person, Cut cut, Goal goal, long least) {
        deeds.clear();
        zone = audience.customer(person).zone();
        clock = clocks.computeIfAbsent(zone, LocalClock::new);
        start = Long.MAX_VALUE;
        end = Long.MIN_VALUE;
        firstEvent = history.size();
        for (int nth = 0; nth < mails.of(person); nth++) {
            int mail = mails.of(person, nth);
            int edition = mails.edition(mail);
            if (cut.editions().get(edition) && spans.isSent(edition)) {
                start = Math.min(start, spans.start(edition));
                end = Math.max(end, spans.end(edition));
                firstEvent = Math.min(firstEvent, firstEvents[edition]);
                if (goal == Goal.CLICK && reactions.did(mail, Deed.CLICKED)) {
                    deeds.happen(clock.weekday(reactions.firstClick(mail)));
                }
            }
        }
        if (start < end) {
            end = Math.max(end, least);
            spend(person, goal);
        }
        return start < end;
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
