package org.personalize.report;

import org.personalize.measure.Calibration.Tenth;
import org.personalize.measure.Forecast;

/** Chances that were told against what came of them: a dot for each tenth of the people; on the line both are equal. */
record ForecastPlot(Forecast forecast) {

    private static final double SIZE = 260;
    private static final double LEFT = 44;
    private static final double TOP = 10;

    Markup markup() {
        var plot = new Markup();
        plot.element("p", inWords());
        plot.open("div", "class", "forecast");
        plot.open("svg", "viewBox", "0 0 320 310", "role", "img", "aria-label", inWords());
        plot.element(
                "rect",
                "",
                "class",
                "field-of-plot",
                "x",
                "" + LEFT,
                "y",
                "" + TOP,
                "width",
                "" + SIZE,
                "height",
                "" + SIZE);
        line(plot, "even", 0, 0, most(), most());
        for (Tenth tenth : forecast.calibration().tenths()) {
            line(
                    plot,
                    "span",
                    tenth.chance(),
                    tenth.outcome().low(),
                    tenth.chance(),
                    Math.min(most(), tenth.outcome().high()));
            plot.open(
                    "circle",
                    "class",
                    "point",
                    "cx",
                    x(tenth.chance()),
                    "cy",
                    y(tenth.outcome().mean()),
                    "r",
                    "5");
            plot.element("title", title(tenth)).close();
        }
        label(plot, percent(most()), LEFT + SIZE, TOP + SIZE + 18, "end");
        label(plot, "0 %", LEFT, TOP + SIZE + 18, "start");
        label(plot, "told", LEFT + SIZE / 2, TOP + SIZE + 34, "middle");
        label(plot, percent(most()), LEFT - 6, TOP + 12, "end");
        label(plot, "came", LEFT - 6, TOP + SIZE / 2, "end");
        plot.close();
        table(plot);
        return plot.close();
    }

    private void table(Markup plot) {
        plot.open("table", "class", "scores tenths").open("thead").open("tr");
        plot.element("th", "told", "scope", "col", "class", "number")
                .element("th", "came", "scope", "col", "class", "number");
        plot.element("th", "cases", "scope", "col", "class", "number")
                .close()
                .close()
                .open("tbody");
        for (Tenth tenth : forecast.calibration().tenths()) {
            plot.open("tr").element("td", percent(tenth.chance()), "class", "number");
            plot.element("td", percent(tenth.outcome().mean()), "class", "number");
            plot.element("td", Plain.count(tenth.outcome().number()), "class", "number")
                    .close();
        }
        plot.close().close();
    }

    private void line(Markup plot, String tone, double fromX, double fromY, double toX, double toY) {
        plot.element("line", "", "class", tone, "x1", x(fromX), "y1", y(fromY), "x2", x(toX), "y2", y(toY));
    }

    private static void label(Markup plot, String text, double x, double y, String anchor) {
        plot.element("text", text, "x", Shares.decimal(x), "y", Shares.decimal(y), "text-anchor", anchor);
    }

    private String x(double chance) {
        return Shares.decimal(LEFT + SIZE * chance / most());
    }

    private String y(double chance) {
        return Shares.decimal(TOP + SIZE - SIZE * Math.max(0, chance) / most());
    }

    /** A little more than the largest of all, so that nothing lies on the edge. */
    private double most() {
        double most = forecast.calibration().tenths().stream()
                .mapToDouble(tenth -> Math.max(tenth.chance(), tenth.outcome().high()))
                .max()
                .orElse(1);
        return most > 0 ? Math.min(1, 1.05 * most) : 1;
    }

    private static String title(Tenth tenth) {
        return "told " + percent(tenth.chance()) + ", came "
                + percent(tenth.outcome().mean()) + ", "
                + Plain.count(tenth.outcome().number(), "case", "cases");
    }

    private String inWords() {
        return forecast.what() + ", held out " + forecast.window() + ": off by "
                + percent(forecast.calibration().error()) + " on average, of which chance alone makes "
                + percent(forecast.calibration().byChance()) + ".";
    }

    private static String percent(double share) {
        return Shares.decimal(100 * share) + " %";
    }
}
