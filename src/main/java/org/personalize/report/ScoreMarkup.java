package org.personalize.report;

import java.util.List;
import java.util.Objects;
import org.personalize.measure.Interval;
import org.personalize.report.ScoreTable.Column;
import org.personalize.report.ScoreTable.Row;

/** A table of scores as HTML, with each candidate's interval drawn on one scale beside its name. */
final class ScoreMarkup {

    private final ScoreTable table;
    private final List<Row> rows;
    private final RangeMark mark;

    /** @param rows those of the table that are shown */
    ScoreMarkup(ScoreTable table, List<Row> rows) {
        this.table = table;
        this.rows = rows;
        List<Interval> scores =
                rows.stream().map(Row::overall).filter(Objects::nonNull).toList();
        double low = scores.stream().mapToDouble(Interval::low).min().orElse(0);
        double high = scores.stream().mapToDouble(Interval::high).max().orElse(1);
        mark = RangeMark.of(Scale.of(low, high));
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
            markup.add(mark.markup(overall));
        }
        markup.close();
        for (int i = 0; i < row.cells().size(); i++) {
            String title = table.strata().get(i).title();
            markup.element("td", row.cells().get(i), "class", "number", "data-label", title);
        }
        markup.close();
    }
}
