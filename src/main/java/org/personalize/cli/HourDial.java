package org.personalize.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The 24 hours of a day in text: a column for each, as high as its chance. */
final class HourDial {

    private static final int HOURS = 24;
    private static final int ROWS = 4;
    private static final int EIGHTHS = 8;
    private static final int MOST_SHOWN = 99;
    private static final String BLOCKS = " ▁▂▃▄▅▆▇█";

    private HourDial() {}

    /** Lines of 24 columns of three characters each, the highest hours reaching the top, and the hours below them. */
    static List<String> of(double[] chances) {
        double most = 0;
        for (double chance : chances) {
            most = Math.max(most, chance);
        }
        List<String> lines = new ArrayList<>();
        for (int row = ROWS - 1; row >= 0; row--) {
            var line = new StringBuilder();
            for (int hour = 0; hour < HOURS; hour++) {
                long eighths = most > 0 ? Math.round(chances[hour] / most * ROWS * EIGHTHS) : 0;
                int here = (int) Math.max(0, Math.min(EIGHTHS, eighths - (long) row * EIGHTHS));
                line.append(String.valueOf(BLOCKS.charAt(here)).repeat(2)).append(' ');
            }
            lines.add(line.toString());
        }
        lines.add(hours());
        return lines;
    }

    private static String hours() {
        var line = new StringBuilder();
        for (int hour = 0; hour < HOURS; hour++) {
            line.append(String.format(Locale.ROOT, "%02d ", hour));
        }
        return line.toString();
    }

    /** A number for each hour, blank where there is none; for what was seen of a person. */
    static String counts(double[] weights) {
        var line = new StringBuilder();
        for (double weight : weights) {
            line.append(Sheet.padded(weight < 0.05 ? "" : weight < 9.5 ? oneDigit(weight) : twoDigits(weight), 3));
        }
        return line.toString();
    }

    private static String twoDigits(double weight) {
        long whole = Math.round(weight);
        return whole > MOST_SHOWN ? MOST_SHOWN + "+" : Long.toString(whole);
    }

    private static String oneDigit(double weight) {
        return weight < 0.95 ? "." + Math.round(weight * 10) : Long.toString(Math.round(weight));
    }
}
