package org.personalize.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.personalize.learn.Papers;
import org.personalize.learn.Papers.Chapter;
import org.personalize.measure.Calibration.Tenth;
import org.personalize.measure.Choice;
import org.personalize.measure.Forecast;
import org.personalize.report.ScoreTable;

/** Tells of every candidate on every stretch of time that was held out, for those who want to see it all. */
final class TrainDetails {

    /** Columns of a candidate's name; what is left holds five scores with their intervals. */
    private static final int NAME_WIDTH = 27;

    private static final int CELL_WIDTH = 14;

    private final Sheet sheet;

    TrainDetails(Sheet sheet) {
        this.sheet = sheet;
    }

    void tell(Papers papers) {
        for (Chapter chapter : papers.chapters()) {
            sheet.blank();
            sheet.line(chapter.subject().title() + ", in detail");
            chapter.choices().forEach(this::choice);
            chapter.audits().forEach(this::choice);
            chapter.forecasts().forEach(this::forecast);
        }
    }

    private void choice(Choice choice) {
        sheet.blank();
        sheet.wrapped("", choice.question() + ": " + choice.chosen());
        sheet.wrapped("  ", choice.why());
        for (ScoreTable table : ScoreTable.of(choice)) {
            sheet.blank();
            sheet.wrapped("  ", table.metric() + ", held out " + table.window());
            row("", "", table.strata().stream().map(ScoreTable.Column::title).toList());
            for (ScoreTable.Row row : table.rows()) {
                row(row.isChosen() ? "*" : " ", row.name(), row.cells());
            }
        }
    }

    private void row(String sign, String name, List<String> cells) {
        String start = "  " + (sign.isEmpty() ? " " : sign) + " ";
        if (Sheet.length(name) > NAME_WIDTH) {
            sheet.wrapped(start, name);
            start = " ".repeat(start.length() + NAME_WIDTH);
        } else {
            start += Sheet.padded(name, NAME_WIDTH);
        }
        sheet.line(start
                + cells.stream()
                        .map(cell -> " ".repeat(Math.max(1, CELL_WIDTH - Sheet.length(cell))) + cell)
                        .collect(Collectors.joining()));
    }

    private void forecast(Forecast forecast) {
        sheet.blank();
        sheet.wrapped("  ", "Do chances come true? " + TrainTelling.inWords(forecast));
        sheet.line("    told      came         cases");
        for (Tenth tenth : forecast.calibration().tenths()) {
            sheet.line("    %-9s %-9s %,9d"
                    .formatted(
                            TrainTelling.percent(tenth.chance()),
                            TrainTelling.percent(tenth.outcome().mean()),
                            tenth.outcome().number()));
        }
    }
}
