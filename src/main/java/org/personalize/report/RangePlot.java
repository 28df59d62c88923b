package org.personalize.report;

import java.util.List;
import org.personalize.measure.Interval;

/**
 * Measured figures below each other on one scale, each with its name and its number, so that one sees which of them
 * differ and which may be the same.
 *
 * @param reference where a line is drawn to compare with, 0 for differences; none where it is not a number
 */
record RangePlot(String label, List<Row> rows, Unit unit, double reference) {

    /** @param isMain whether it is the one that the plot is about */
    record Row(String name, Interval measured, boolean isMain) {}

    RangePlot {
        rows = List.copyOf(rows);
    }

    Markup markup() {
        var mark = new RangeMark(scale(), reference);
        var plot = new Markup();
        plot.open("div", "class", "ranges").open("ul", "aria-label", label);
        for (Row row : rows) {
            plot.open("li", "class", row.isMain() ? "is-main" : "");
            plot.open("span", "class", "range-name").value(row.name()).close();
            plot.add(mark.markup(row.measured()));
            plot.open("span", "class", "range-words");
            words(plot, row.measured());
            plot.close().close();
        }
        plot.close().open("div", "class", "range-axis").add(mark.axis(unit)).close();
        return plot.close();
    }

    /** All with as many decimals, so that they can be read down the rows; differences with those of their headline. */
    private void words(Markup plot, Interval measured) {
        double step = rows.stream()
                .map(Row::measured)
                .mapToDouble(Plain::step)
                .filter(one -> one > 0)
                .min()
                .orElse(1);
        plot.element("b", written(measured.mean(), step)).text(" ");
        plot.element("span", written(measured.low(), step) + " to " + written(measured.high(), step));
    }

    private String written(double value, double step) {
        return isOfDifferences() ? unit.headlined(value) : unit.write(value, step);
    }

    private boolean isOfDifferences() {
        return reference == 0;
    }

    private Scale scale() {
        double low =
                rows.stream().mapToDouble(row -> row.measured().low()).min().orElse(0);
        double high =
                rows.stream().mapToDouble(row -> row.measured().high()).max().orElse(1);
        return Double.isNaN(reference)
                ? Scale.of(low, high)
                : Scale.of(Math.min(low, reference), Math.max(high, reference));
    }
}
