package org.personalize.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.personalize.learn.Papers;
import org.personalize.learn.Papers.Chapter;
import org.personalize.learn.Papers.Count;
import org.personalize.learn.Papers.Subject;
import org.personalize.measure.Calibration.Tenth;
import org.personalize.measure.Choice;
import org.personalize.measure.Forecast;
import org.personalize.report.Metric;
import org.personalize.report.ScoreTable;
import org.personalize.run.TrainRun.Trained;

/** Tells what was learned within a screen or two, for people; or all of it as JSON. */
final class TrainTelling {

    /** Columns of a candidate's name; what is left holds five scores with their intervals. */
    private static final int NAME_WIDTH = 35;

    private static final int CELL_WIDTH = 13;

    private static final String LEGEND =
            "Scores are on a later time that was not learned from; ± is the 95 % interval, * what was chosen. Columns: how"
                    + " many observations of a person were known before, and how many people these are.";

    private final Sheet sheet;
    private final Papers papers;
    private final Door door;

    private TrainTelling(Papers papers, Door door) {
        this.papers = papers;
        this.door = door;
        sheet = new Sheet(door.out());
    }

    /**
     * @param page where the page was written; null for none
     * @param isDetailed whether every candidate is told, too
     */
    static void of(Trained trained, @Nullable Path page, Door door, boolean isJson, boolean isDetailed)
            throws IOException {
        if (isJson) {
            PapersJson.write(trained, door.out());
            door.out().println();
            return;
        }
        new TrainTelling(trained.papers(), door).tell(trained, page, isDetailed);
    }

    private void tell(Trained trained, @Nullable Path page, boolean isDetailed) {
        head(trained);
        if (papers.chapters().stream().anyMatch(chapter -> !chapter.choices().isEmpty())) {
            sheet.blank();
            sheet.wrapped("", LEGEND);
        }
        papers.chapters().forEach(this::chapter);
        if (isDetailed) {
            new TrainDetails(sheet).tell(papers);
        }
        sheet.blank();
        sheet.line((trained.isNew() ? "Model written to " : "The model stays: ") + shown(trained.file()));
        if (page != null) {
            sheet.line("Page written to " + shown(page));
        } else if (!isDetailed) {
            sheet.line("Every candidate: --details; as a page: --html FILE; for programs: --json");
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

    private void chapter(Chapter chapter) {
        if (chapter.choices().isEmpty() && chapter.notes().isEmpty()) {
            return;
        }
        sheet.blank();
        sheet.line(chapter.subject().title() + window(chapter));
        switch (chapter.subject()) {
            case HOURS -> chosenTogether(chapter);
            case ITEMS -> chapter.choices().stream().skip(1).forEach(this::chosen);
            case BUYERS -> chapter.choices().forEach(this::chosen);
        }
        chapter.choices().stream().limit(1).forEach(this::scores);
        chapter.notes().forEach(note -> sheet.wrapped("  ", note));
        if (chapter.subject() == Subject.HOURS) {
            sheet.wrapped("  ", personalHours(papers));
        }
        chapter.forecasts().forEach(forecast -> sheet.wrapped("  ", inWords(forecast)));
        chapter.audits().stream()
                .map(audit -> sentence(audit.question()) + ": " + audit.why())
                .distinct()
                .forEach(line -> sheet.wrapped("  ", line));
    }

    /** Decisions that make up one way of doing it. */
    private void chosenTogether(Chapter chapter) {
        if (!chapter.choices().isEmpty()) {
            String all = chapter.choices().stream()
                    .filter(Choice::isUsed)
                    .map(choice -> ScoreTable.plain(choice.chosen()))
                    .collect(Collectors.joining("; "));
            sheet.wrapped(
                    "  ", "Chosen: " + all + ". " + chapter.choices().get(0).why());
        }
    }

    private void chosen(Choice choice) {
        String chosen = sentence(choice.question()) + ": " + ScoreTable.plain(choice.chosen()) + ". ";
        sheet.wrapped("  ", chosen + choice.why());
    }

    private static String window(Chapter chapter) {
        return chapter.choices().stream()
                .flatMap(choice -> ScoreTable.latest(choice).stream())
                .findFirst()
                .map(table -> ", judged on " + table.window())
                .orElse("");
    }

    /** The first metric as a table, of the others the chosen one beside the best simple rule; the latest stretch of time. */
    private void scores(Choice choice) {
        List<ScoreTable> tables = ScoreTable.latest(choice).stream()
                .filter(table -> Metric.of(table.metric()).isPlain())
                .toList();
        if (tables.isEmpty()) {
            return;
        }
        ScoreTable first = tables.get(0);
        row("    " + Metric.words(first.metric()), titles(first));
        for (ScoreTable.Row row : first.digest()) {
            row((row.isChosen() ? "  * " : "    ") + ScoreTable.plain(row.name()), row.cells());
        }
        first.bestRule()
                .ifPresent(rule -> tables.stream()
                        .skip(1)
                        .filter(table -> !isMinor(table.metric()))
                        .forEach(table -> beside(table, rule)));
    }

    /** What says little that the others do not say is told with the details. */
    private static boolean isMinor(String metric) {
        boolean isNew = metric.endsWith(" new");
        return Metric.of(metric) != Metric.NDCG && !isNew;
    }

    private static List<String> titles(ScoreTable table) {
        return table.strata().stream().map(ScoreTable.Column::title).toList();
    }

    private void beside(ScoreTable table, ScoreTable.Row rule) {
        Optional<ScoreTable.Row> chosen = table.chosen();
        Optional<ScoreTable.Row> other = table.row(rule.name());
        if (chosen.isPresent() && other.isPresent()) {
            String more = "  (%s: %s)"
                    .formatted(
                            ScoreTable.plain(rule.name()), other.get().cells().get(0));
            row(
                    "  * " + Metric.words(table.metric()),
                    List.of(chosen.get().cells().get(0), more));
        }
    }

    private void row(String name, List<String> cells) {
        sheet.line(Sheet.padded(Sheet.cut(name, NAME_WIDTH), NAME_WIDTH)
                + cells.stream()
                        .map(cell -> " ".repeat(Math.max(1, CELL_WIDTH - Sheet.length(cell))) + cell)
                        .collect(Collectors.joining()));
    }

    private static String sentence(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static String inWords(Forecast forecast) {
        List<Tenth> tenths = forecast.calibration().tenths();
        String ends = tenths.isEmpty()
                ? ""
                : " Least likely tenth: %s told, %s came; likeliest: %s told, %s came."
                        .formatted(
                                percent(tenths.get(0).chance()),
                                percent(tenths.get(0).outcome().mean()),
                                percent(tenths.get(tenths.size() - 1).chance()),
                                percent(tenths.get(tenths.size() - 1).outcome().mean()));
        return "%s: told and came are %s apart on average (chance alone: %s).%s%s"
                .formatted(
                        sentence(forecast.what()),
                        percent(forecast.calibration().error()),
                        percent(forecast.calibration().byChance()),
                        ends,
                        forecast.onTheWhole());
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
        return Moments.told(moment);
    }

    private String shown(Path file) {
        Path path = file.toAbsolutePath().normalize();
        return path.startsWith(door.folder()) ? door.folder().relativize(path).toString() : path.toString();
    }
}
