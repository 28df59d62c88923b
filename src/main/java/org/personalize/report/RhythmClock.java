package org.personalize.report;

import org.personalize.learn.Papers.Rhythm;

/** A daily rhythm as a clock of 24 hours, midnight on top: the further a wedge reaches, the likelier that hour. */
record RhythmClock(Rhythm rhythm) {

    private static final double CENTRE = 100;
    private static final double HUB = 16;
    private static final double RIM = 76;
    private static final double LABELS = 89;
    private static final int HOURS = 24;

    Markup markup() {
        var clock = new Markup();
        clock.open("figure", "class", "rhythm");
        clock.open("svg", "viewBox", "0 0 200 200", "role", "img", "aria-label", inWords());
        clock.element("circle", "", "class", "rim", "cx", "100", "cy", "100", "r", "" + RIM);
        clock.element("circle", "", "class", "rim", "cx", "100", "cy", "100", "r", "" + (HUB + RIM) / 2);
        for (int hour = 0; hour < HOURS; hour++) {
            wedge(clock, hour);
        }
        for (int hour = 0; hour < HOURS; hour += 6) {
            double[] at = point(hour, LABELS);
            clock.element(
                    "text",
                    "" + hour,
                    "x",
                    Shares.decimal(at[0]),
                    "y",
                    Shares.decimal(at[1] + 4),
                    "text-anchor",
                    "middle");
        }
        clock.close();
        clock.element("figcaption", inWords());
        return clock.close();
    }

    private void wedge(Markup clock, int hour) {
        double chance = rhythm.hours().get(hour);
        // The area tells the chance, so that a twice as likely hour looks twice as likely.
        double radius = StrictMath.sqrt(HUB * HUB + chance / most() * (RIM * RIM - HUB * HUB));
        clock.open("path", "class", chance == most() ? "wedge most" : "wedge", "d", path(hour, radius));
        clock.element("title", "%02d to %02d h: %s".formatted(hour, (hour + 1) % HOURS, percent(chance)));
        clock.close();
    }

    private static String path(int hour, double radius) {
        return "M" + at(hour + 0.06, HUB) + "L" + at(hour + 0.06, radius) + "A" + arc(radius) + "1 "
                + at(hour + 0.94, radius) + "L" + at(hour + 0.94, HUB) + "A" + arc(HUB) + "0 " + at(hour + 0.06, HUB)
                + "Z";
    }

    private static String arc(double radius) {
        return Shares.decimal(radius) + " " + Shares.decimal(radius) + " 0 0 ";
    }

    private static String at(double hour, double radius) {
        double[] point = point(hour, radius);
        return Shares.decimal(point[0]) + " " + Shares.decimal(point[1]);
    }

    private static double[] point(double hour, double radius) {
        double angle = 2 * Math.PI * hour / HOURS;
        return new double[] {CENTRE + radius * StrictMath.sin(angle), CENTRE - radius * StrictMath.cos(angle)};
    }

    private double most() {
        return rhythm.hours().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    }

    private String inWords() {
        int best = rhythm.hours().indexOf(most());
        return percent(rhythm.share()) + " of people, most at %02d to %02d h".formatted(best, (best + 1) % HOURS);
    }

    private static String percent(double share) {
        return Shares.decimal(100 * share) + " %";
    }
}
