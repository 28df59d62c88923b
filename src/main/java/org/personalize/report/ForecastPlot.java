package org.personalize.report;

import org.personalize.measure.Calibration;
import org.personalize.measure.Calibration.Tenth;
import org.personalize.measure.Forecast;
import org.personalize.measure.Interval;

/**
 * Chances that were told against what came of them: a dot for each tenth of the people; on the line both are equal.
 *
 * @param inWords how far off they were
 */
record ForecastPlot(Calibration calibration, String inWords) {

    private static final double SIZE = 260;
    private static final double TOP = 20;
    private static final double BELOW = 40;
    private static final double RADIUS = 5;

    static ForecastPlot of(Forecast forecast) {
        return new ForecastPlot(
                forecast.calibration(),
                forecast.what() + ", held out " + forecast.window() + ": off by "
                        + percent(forecast.calibration().error()) + " on average, of which chance alone makes "
                        + percent(forecast.calibration().byChance()) + "." + forecast.onTheWhole());
    }

    Markup markup() {
        return beside(table());
    }

    /** The plot with a table of its figures. */
    Markup beside(Markup table) {
        Scale scale = scale();
        var plot = new Markup();
        plot.element("p", inWords);
        plot.open("div", "class", "forecast");
        return plot.add(drawing(scale)).add(table).close();
    }

    private Markup drawing(Scale scale) {
        Drawing drawing = Drawing.of("with-axis", TOP + SIZE + BELOW, inWords);
        for (double tick : scale.ticks()) {
            drawing.line("grid", 0, y(scale, tick), 100, y(scale, tick));
            drawing.wordsInMargin(Unit.SHARE.brief(tick, scale.step()), y(scale, tick) + 4);
            drawing.words(Unit.SHARE.brief(tick, scale.step()), x(scale, tick), TOP + SIZE + 17, "middle");
        }
        drawing.line("even", 0, TOP + SIZE, 100, TOP);
        for (Tenth tenth : calibration.tenths()) {
            Interval came = tenth.outcome();
            double x = x(scale, tenth.chance());
            drawing.group(title(tenth)).line("span", x, y(scale, came.low()), x, y(scale, came.high()));
            drawing.point("point", x, y(scale, came.mean()), RADIUS).endOfGroup();
        }
        drawing.words("came true", 0, TOP - 9, "start");
        drawing.words("was told", 100, TOP + SIZE + 34, "end");
        return drawing.markup();
    }

    private Markup table() {
        var table = new Markup();
        table.open("table", "class", "scores tenths").open("thead").open("tr");
        for (String title : new String[] {"told", "came", "cases"}) {
            table.element("th", title, "scope", "col", "class", "number");
        }
        table.close().close().open("tbody");
        for (Tenth tenth : calibration.tenths()) {
            table.open("tr").element("td", percent(tenth.chance()), "class", "number");
            table.element("td", percent(tenth.outcome().mean()), "class", "number");
            table.element("td", Plain.count(tenth.outcome().number()), "class", "number")
                    .close();
        }
        return table.close().close();
    }

    private static double x(Scale scale, double chance) {
        return 100 * scale.share(chance);
    }

    private static double y(Scale scale, double chance) {
        return TOP + SIZE * (1 - scale.share(chance));
    }

    private Scale scale() {
        return Scale.upTo(calibration.tenths().stream()
                .mapToDouble(tenth -> Math.max(tenth.chance(), tenth.outcome().high()))
                .max()
                .orElse(1));
    }

    private static String title(Tenth tenth) {
        return "told " + percent(tenth.chance()) + ", came "
                + percent(tenth.outcome().mean()) + ", "
                + Plain.count(tenth.outcome().number(), "case", "cases");
    }

    private static String percent(double share) {
        return Shares.decimal(100 * share) + " %";
    }
}
