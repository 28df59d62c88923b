package org.personalize.history;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Whether midnight is a time or only the beginning of a day. Logs that know days only write 00:00:00 for all events of a
 * kind; those have no hour. In a log with real clock times a few reactions do fall on midnight.
 */
final class ClockSense {

    private static final double LEAST_SHARE = 0.5;

    private final EventColumns columns;

    ClockSense(EventColumns columns) {
        this.columns = columns;
    }

    void settle() {
        Map<Kind, Long> all = new EnumMap<>(Kind.class);
        Map<Kind, Long> atMidnight = new EnumMap<>(Kind.class);
        for (int i = 0; i < columns.size(); i++) {
            int mark = columns.marks.get(i);
            all.merge(Mark.kind(mark), 1L, Long::sum);
            atMidnight.merge(Mark.kind(mark), Mark.isHourless(mark) ? 1L : 0L, Long::sum);
        }
        Set<Kind> knowingClocks = EnumSet.noneOf(Kind.class);
        all.forEach((kind, number) -> {
            if (atMidnight.getOrDefault(kind, 0L) < LEAST_SHARE * number) {
                knowingClocks.add(kind);
            }
        });
        for (int i = 0; i < columns.size(); i++) {
            int mark = columns.marks.get(i);
            if (Mark.isHourless(mark) && knowingClocks.contains(Mark.kind(mark))) {
                columns.marks.set(i, Mark.withHour(mark));
            }
        }
    }
}
