package org.personalize.report;

import java.util.List;
import org.personalize.measure.Interval;
import org.personalize.report.ScoreTable.Column;
import org.personalize.report.ScoreTable.Row;

/** A table of scores as HTML, with each candidate's interval drawn on one scale beside its name. */
final class ScoreMarkup {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 18;
    private static final int MARGIN = 6;

    private final ScoreTable table;
    private final List<Row> rows;
    private final double low;
    private final double high;

    /** @param rows those of the table that are shown */
    ScoreMarkup(ScoreTable table, List<Row> rows) {
        this.table = table;
        this.rows = rows;
        low = rows.stream()
                .map(Row::overall)
                .filter(i -> i != null)
                .mapToDouble(Interval::low)
                .min()
                .orElse(0);
        high = rows.stream()
                .map(Row::overall)
                .filter(i -> i != null)
                .mapToDouble(Interval::high)
                .max()
                .orElse(1);
    }

    Markup markup() {
        var markup = new Markup();
        markup.open("h4").text(Metric.words(table.metric())).text(" ");
        markup.element("span", table.metric() + ", held out " + table.window(), "class", "hint")
                .close();
        if (!Metric.meaning(table.metric()).isEmpty()) {
            markup.element("p", Metric.meaning(table.metric()), "class", "hint");
        }
        markup.open("table", "class", "scores").open("thead").open("tr");
        markup.element("th", "candidate", "scope", "col").element("th", "", "scope", "col");
        for (Column column : table.strata()) {
            markup.element("th", column.title(), "scope", "col", "class", "number");
        }
        markup.close().close().open("tbody");
        rows.forEach(row -> row(markup, row));
        return markup.close().close();
    }

    private void row(Markup markup, Row row) {
        markup.open("tr", "class", row.isChosen() ? "is-chosen" : row.isBaseline() ? "is-baseline" : "");
        markup.open("th", "scope", "row").value(ScoreTable.plain(row.name()));
        if (row.isChosen()) {
            markup.text(" ").element("span", "chosen", "class", "badge badge-chosen");
        } else if (row.isBaseline()) {
            markup.text(" ").element("span", "simple rule", "class", "badge");
        }
        if (!row.name().equals(ScoreTable.plain(row.name()))) {
            markup.open("span", "class", "setting")
                    .value(ScoreTable.setting(row.name()))
                    .close();
        }
        markup.close().open("td", "class", "drawn");
        Interval overall = row.overall();
        if (overall != null) {
            markup.add(drawn(overall));
        }
        markup.close();
        for (int i = 0; i < row.cells().size(); i++) {
            String title = table.strata().get(i).title();
            markup.element("td", row.cells().get(i), "class", "number", "data-label", title);
        }
        markup.close();
    }

    private Markup drawn(Interval score) {
        String middle = Shares.decimal(HEIGHT / 2.0);
        var svg = new Markup();
        svg.open("svg", "class", "interval", "viewBox", "0 0 " + WIDTH + " " + HEIGHT, "aria-hidden", "true");
        svg.element("line", "", "class", "axis", "x1", "0", "x2", "" + WIDTH, "y1", middle, "y2", middle);
        svg.element(
                "line", "", "class", "span", "x1", x(score.low()), "x2", x(score.high()), "y1", middle, "y2", middle);
        svg.element("circle", "", "class", "point", "cx", x(score.mean()), "cy", middle, "r", "4.5");
        return svg.close();
    }

    private String x(double score) {
        double share = high > low ? (score - low) / (high - low) : 0.5;
        return Shares.decimal(MARGIN + share * (WIDTH - 2 * MARGIN));
    }
}
