package org.personalize.run;

import java.time.Duration;
import java.time.Instant;
import org.personalize.campaign.Schedule;
import org.personalize.plan.OpenHours.Stretch;

/** What {@code max_lateness} makes of a first attempt. */
final class Lateness {

    private Lateness() {}

    /** Whether a mail meant for one moment would be too late at another. */
    static boolean isOver(Schedule schedule, Instant meant, Instant at) {
        Duration most = schedule.maxLateness();
        return most != null && at.isAfter(meant.plus(most));
    }

    /** When a first attempt is overdue: at the end of its stretch, or as late as it may be. */
    static Instant closes(Schedule schedule, Instant meant, Stretch stretch) {
        Duration most = schedule.maxLateness();
        Instant latest = most == null ? stretch.closes() : meant.plus(most);
        return latest.isBefore(stretch.closes()) && latest.isAfter(stretch.opens()) ? latest : stretch.closes();
    }
}
