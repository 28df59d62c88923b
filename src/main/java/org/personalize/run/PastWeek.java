package org.personalize.run;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.personalize.history.History;

/**
 * A whole week of the past, from Monday to Monday.
 *
 * @param monday on the clock of the campaign's zone
 * @param from the first moment that was not known yet
 * @param to the first moment that is not looked at any more
 */
public record PastWeek(LocalDate monday, Instant from, Instant to) {

    /** So much must have been known before the first week that is replayed. */
    private static final int LEAST_WEEKS_BEFORE = 4;

    private static PastWeek of(LocalDate monday, ZoneId zone) {
        return new PastWeek(
                monday,
                monday.atStartOfDay(zone).toInstant(),
                monday.plusWeeks(1).atStartOfDay(zone).toInstant());
    }

    /**
     * The last whole weeks that the events cover, the oldest first: so many, or as many as leave something to learn from
     * before them.
     */
    static List<PastWeek> last(int number, History history, ZoneId zone, Instant now) {
        List<PastWeek> weeks = new ArrayList<>();
        Instant newest = history.newest();
        if (newest.equals(Instant.EPOCH)) {
            return weeks;
        }
        LocalDate last = LocalDate.ofInstant(newest.isBefore(now) ? newest : now, zone);
        LocalDate known = LocalDate.ofInstant(Instant.ofEpochSecond(history.second(0)), zone);
        // The newest day may be half a day, and ends nothing unless it is a Sunday.
        LocalDate monday = last.plusDays(1)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(1);
        while (weeks.size() < number && !monday.minusWeeks(LEAST_WEEKS_BEFORE).isBefore(known)) {
            weeks.add(0, of(monday, zone));
            monday = monday.minusWeeks(1);
        }
        return weeks;
    }
}
