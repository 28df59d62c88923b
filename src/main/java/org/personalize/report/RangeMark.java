package org.personalize.report;

import org.personalize.measure.Interval;

/** A measured figure on a scale: a point, and a line as long as what it may be. Its words stand beside it. */
record RangeMark(Scale scale, double reference) {

    private static final double HEIGHT = 22;
    private static final double RADIUS = 4.5;

    /** Without a line to compare with. */
    static RangeMark of(Scale scale) {
        return new RangeMark(scale, Double.NaN);
    }

    Markup markup(Interval measured) {
        double middle = HEIGHT / 2;
        Drawing drawing = Drawing.besideWords("range", HEIGHT);
        drawing.line("grid", 0, middle, 100, middle);
        if (!Double.isNaN(reference)) {
            drawing.line("reference", x(reference), 0, x(reference), HEIGHT);
        }
        drawing.line("span", x(measured.low()), middle, x(measured.high()), middle);
        return drawing.point("point", x(measured.mean()), middle, RADIUS).markup();
    }

    /** The round numbers below the marks. */
    Markup axis(Unit unit) {
        Drawing drawing = Drawing.besideWords("range", HEIGHT);
        for (double tick : scale.ticks()) {
            drawing.line("grid", x(tick), 0, x(tick), 5);
            drawing.words(unit.brief(tick, scale.step()), x(tick), HEIGHT - 4, "middle");
        }
        return drawing.markup();
    }

    private double x(double value) {
        return 100 * scale.share(value);
    }
}
