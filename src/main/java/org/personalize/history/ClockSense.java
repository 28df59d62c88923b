package org.personalize.history;

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
        var all = new long[Mark.MOST_KINDS];
        var atMidnight = new long[Mark.MOST_KINDS];
        for (int i = 0; i < columns.size(); i++) {
            int mark = columns.marks.get(i);
            all[Mark.kindNumber(mark)]++;
            atMidnight[Mark.kindNumber(mark)] += Mark.isHourless(mark) ? 1 : 0;
        }
        for (int i = 0; i < columns.size(); i++) {
            int mark = columns.marks.get(i);
            int kind = Mark.kindNumber(mark);
            if (Mark.isHourless(mark) && atMidnight[kind] < LEAST_SHARE * all[kind]) {
                columns.marks.set(i, Mark.withHour(mark));
            }
        }
    }
}
