package org.personalize.run;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Sees when a domain suddenly says of many that they do not exist: that is a broken server, not a hundred closed
 * mailboxes.
 */
final class DomainWatch {

    static final Duration SPAN = Duration.ofHours(1);

    /** Fewer than these may well be gone. */
    private static final int LEAST_UNKNOWN = 20;

    private static final double LARGEST_SHARE = 0.03;
    private static final int MINUTES = (int) SPAN.toMinutes();

    private final Map<String, Hour> byDomain = new HashMap<>();

    /** @return true when the domain must be held from now on */
    synchronized boolean takes(String domain, boolean isUnknown, Instant now) {
        Hour hour = byDomain.computeIfAbsent(domain, d -> new Hour());
        hour.add(Math.floorDiv(now.getEpochSecond(), 60), isUnknown);
        return isUnknown && hour.unknown >= LEAST_UNKNOWN && hour.unknown > LARGEST_SHARE * hour.answers;
    }

    /** The answers of the last sixty minutes, by minute. */
    private static final class Hour {

        private final long[] minutes = new long[MINUTES];
        private final int[] answersIn = new int[MINUTES];
        private final int[] unknownIn = new int[MINUTES];
        private int answers;
        private int unknown;

        void add(long minute, boolean isUnknown) {
            for (int place = 0; place < MINUTES; place++) {
                if (minutes[place] <= minute - MINUTES && answersIn[place] > 0) {
                    answers -= answersIn[place];
                    unknown -= unknownIn[place];
                    answersIn[place] = 0;
                    unknownIn[place] = 0;
                }
            }
            int place = Math.floorMod(minute, MINUTES);
            minutes[place] = minute;
            answersIn[place]++;
            unknownIn[place] += isUnknown ? 1 : 0;
            answers++;
            unknown += isUnknown ? 1 : 0;
        }
    }
}
