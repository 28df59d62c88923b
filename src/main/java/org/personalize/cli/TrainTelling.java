package org.personalize.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.personalize.learn.Papers;
import org.personalize.learn.Papers.Count;
import org.personalize.learn.Papers.Forecast;
import org.personalize.measure.Calibration.Tenth;
import org.personalize.measure.Choice;
import org.personalize.report.ScoreTable;
import org.personalize.run.TrainRun.Trained;

/** Tells what was learned, for people or as JSON. */
final class TrainTelling {

    /** Columns of a candidate's name; what is left holds five scores with their intervals. */
    private static final int NAME_WIDTH = 27;

    private static final int CELL_WIDTH = 14;

    /** More candidates than this are told as JSON and on the page only; the chosen one and the simple rules stay. */
    private static final int MOST_ROWS = 6;

    private static final String LEGEND =
            "Scores are on what came later and was not learned from; ± is the 95 % interval,"
                    + " * what was chosen. Columns: how many observations of a person were known, and of how many people.";

    private final Sheet sheet;
    private final Papers papers;
    private final Door door;

    private TrainTelling(Papers papers, Door door) {
        this.papers = papers;
        this.door = door;
        sheet = new Sheet(door.out());
    }

    static void of(Trained trained, @Nullable Path page, Door door, boolean isJson) throws IOException {
        if (isJson) {
            PapersJson.write(trained, door.out());
            door.out().println();
            return;
        }
        new TrainTelling(trained.papers(), door).tell(trained, page);
    }

    private void tell(Trained trained, @Nullable Path page) {
        head(trained);
        if (papers.choices().stream().anyMatch(choice -> !choice.trials().isEmpty())) {
            sheet.blank();
            sheet.wrapped("", LEGEND);
        }
        papers.choices().forEach(this::choice);
        papers.forecasts().forEach(this::forecast);
        sheet.blank();
        sheet.wrapped("", personalHours(papers));
        papers.notes().forEach(note -> sheet.wrapped("", note));
        sheet.blank();
        sheet.line((trained.isNew() ? "Model written to " : "The model stays: ") + shown(trained.file()));
        if (page != null) {
            sheet.line("Page written to " + shown(page));
        }
    }

    private void head(Trained trained) {
        Papers.Origin origin = papers.origin();
        if (!trained.isNew()) {
            sheet.wrapped(
                    "", "Nothing has changed since this model was trained; it is kept. --again trains all the same.");
            sheet.blank();
        }
        sheet.line(origin.campaign() + ": what was learned, by the clock of " + minute(origin.now()));
        sheet.blank();
        sheet.wrapped("  read    ", read());
        String rest = rest();
        if (!rest.isEmpty()) {
            sheet.wrapped("  of them ", rest);
        }
    }

    private String read() {
        String newest = papers.newest().equals(Instant.EPOCH) ? "" : " up to " + minute(papers.newest());
        return papers.counts().stream()
                        .limit(3)
                        .map(c -> "%,d %s".formatted(c.number(), c.what()))
                        .collect(Collectors.joining(", "))
                + newest;
    }

    private String rest() {
        return papers.counts().stream()
                .skip(3)
                .filter(c -> c.number() > 0)
                .map(TrainTelling::count)
                .collect(Collectors.joining(", "));
    }

    private static String count(Count count) {
        return "%s %,d".formatted(count.what().replace('_', ' '), count.number());
    }

    private void choice(Choice choice) {
        sheet.blank();
        sheet.wrapped("", choice.question() + ": " + choice.chosen());
        sheet.wrapped("  ", choice.why());
        for (ScoreTable table : latest(choice)) {
            sheet.blank();
            sheet.wrapped("  ", table.metric() + ", held out " + table.window());
            row("", "", table.strata().stream().map(ScoreTable.Column::title).toList());
            for (ScoreTable.Row row : table.rows(MOST_ROWS)) {
                row(row.isChosen() ? "*" : " ", row.name(), row.cells());
            }
            int more = table.size() - MOST_ROWS;
            if (more > 0) {
                sheet.line("    and " + more + " more; --json and --html list all");
            }
        }
    }

    /** Of each metric the latest window; the earlier ones are told as JSON and on the page. */
    private static List<ScoreTable> latest(Choice choice) {
        Map<String, ScoreTable> byMetric = new LinkedHashMap<>();
        ScoreTable.of(choice).forEach(table -> byMetric.put(table.metric(), table));
        return List.copyOf(byMetric.values());
    }

    private void row(String sign, String name, List<String> cells) {
        String start = "  " + (sign.isEmpty() ? " " : sign) + " ";
        if (Sheet.length(name) > NAME_WIDTH) {
            sheet.line(start + Sheet.cut(name, Sheet.WIDTH - start.length()));
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
        sheet.wrapped(
                "",
                "Do chances come true? %s, held out %s: off by %s on average."
                        .formatted(
                                forecast.what(),
                                forecast.window(),
                                percent(forecast.calibration().error())));
        sheet.line("    told      came       people");
        for (Tenth tenth : forecast.calibration().tenths()) {
            sheet.line("    %-9s %-9s %,7d"
                    .formatted(
                            percent(tenth.chance()),
                            percent(tenth.outcome().mean()),
                            tenth.outcome().number()));
        }
    }

    static String personalHours(Papers papers) {
        double share = papers.people() == 0 ? 0 : (double) papers.personalHours() / papers.people();
        return "%,d of %,d people (%s) get an hour of their own."
                .formatted(papers.personalHours(), papers.people(), percent(share));
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * share);
    }

    static String minute(Instant moment) {
        return StandingsTelling.moment(moment);
    }

    private String shown(Path file) {
        Path path = file.toAbsolutePath().normalize();
        return path.startsWith(door.folder()) ? door.folder().relativize(path).toString() : path.toString();
    }
}
