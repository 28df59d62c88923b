package org.personalize.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.personalize.report.ColumnPlot.Column;
import org.personalize.report.TableCell.Words;
import org.personalize.report.TimeLine.Step;

/** What happened when: mails, clicks and purchases below each other over one time. */
final class TimeLinePanel {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SORTABLE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** More columns than this cannot be told from each other on a phone. */
    private static final int MOST_COLUMNS = 96;

    private static final Duration DAY_LONG = Duration.ofDays(1);
    private static final List<Duration> LONGER =
            List.of(DAY_LONG, Duration.ofDays(7), Duration.ofDays(28), Duration.ofDays(364));

    private final TimeLine line;
    private final SavedTables tables;

    TimeLinePanel(TimeLine line, SavedTables tables) {
        this.line = shortened(line);
        this.tables = tables;
    }

    Markup markup() {
        var panel = new Markup();
        panel.open("section", "class", "panel", "aria-labelledby", "when");
        panel.element("h3", "When it happened", "id", "when");
        panel.element("p", "Per " + stepInWords() + ", by UTC.", "class", "hint");
        panel.open("div", "class", "courses");
        course(panel, "Mails accepted", Step::mails, "mail", "mails");
        course(panel, "First clicks", Step::clicked, "mail clicked", "mails clicked");
        course(panel, "First purchases", Step::bought, "purchase", "purchases");
        panel.close();
        panel.open("details")
                .element("summary", "The figures as a table")
                .add(tables.put(table()))
                .close();
        return panel.close();
    }

    private void course(Markup panel, String title, ToLongFunction<Step> figure, String one, String many) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < line.steps().size(); i++) {
            long number = figure.applyAsLong(line.steps().get(i));
            columns.add(Column.of(
                    label(i), (double) number, HOUR.format(start(i)) + ": " + Plain.count(number, one, many)));
        }
        long all = line.steps().stream().mapToLong(figure).sum();
        panel.open("div").element("h4", title + ": " + Plain.count(all));
        panel.add(new ColumnPlot(columns, Unit.COUNT, inWords(title, figure)).markup())
                .close();
    }

    private String inWords(String title, ToLongFunction<Step> figure) {
        int most = 0;
        for (int i = 1; i < line.steps().size(); i++) {
            if (figure.applyAsLong(line.steps().get(i))
                    > figure.applyAsLong(line.steps().get(most))) {
                most = i;
            }
        }
        long number = figure.applyAsLong(line.steps().get(most));
        return number == 0
                ? title + ": none."
                : title + " per " + stepInWords() + " from " + HOUR.format(start(0)) + "; the most, "
                        + Plain.count(number) + ", from " + HOUR.format(start(most)) + ".";
    }

    /** Columns of an hour are labelled where a day begins. */
    private String label(int i) {
        ZonedDateTime start = start(i);
        boolean isLabelled = i == 0 || line.step().compareTo(DAY_LONG) >= 0 || start.getHour() == 0;
        return isLabelled ? DAY.format(start) : "";
    }

    private ZonedDateTime start(int i) {
        Instant start = line.start().plus(line.step().multipliedBy(i));
        return start.atZone(ZoneOffset.UTC);
    }

    private String stepInWords() {
        long days = line.step().toDays();
        return days == 0 ? "hour" : days == 1 ? "day" : days == 7 ? "week" : Plain.count(days) + " days";
    }

    /** The same in longer steps, where there are too many to be seen. */
    private static TimeLine shortened(TimeLine line) {
        TimeLine shorter = line;
        for (Duration step : LONGER) {
            boolean isWhole = step.compareTo(line.step()) > 0
                    && step.toSeconds() % line.step().toSeconds() == 0;
            if (shorter.steps().size() > MOST_COLUMNS && isWhole) {
                shorter = inStepsOf(line, (int) (step.toSeconds() / line.step().toSeconds()), step);
            }
        }
        return shorter;
    }

    private static TimeLine inStepsOf(TimeLine line, int together, Duration step) {
        List<Step> steps = new ArrayList<>();
        for (int from = 0; from < line.steps().size(); from += together) {
            steps.add(line
                    .steps()
                    .subList(from, Math.min(from + together, line.steps().size()))
                    .stream()
                    .reduce(new Step(0, 0, 0, 0), TimeLinePanel::sum));
        }
        return new TimeLine(line.start(), step, steps);
    }

    private static Step sum(Step a, Step b) {
        return new Step(
                a.mails() + b.mails(),
                a.clicked() + b.clicked(),
                a.bought() + b.bought(),
                a.unsubscribed() + b.unsubscribed());
    }

    private FigureTable table() {
        List<FigureTable.Column> columns = List.of(
                FigureTable.Column.words("from (UTC)"),
                FigureTable.Column.number("mails accepted"),
                FigureTable.Column.number("first clicks"),
                FigureTable.Column.number("first purchases"),
                FigureTable.Column.number("opt-outs"));
        List<List<TableCell>> rows = new ArrayList<>();
        for (int i = 0; i < line.steps().size(); i++) {
            Step step = line.steps().get(i);
            rows.add(List.of(
                    new Words(SORTABLE.format(start(i))),
                    new TableCell.Whole(step.mails()),
                    new TableCell.Whole(step.clicked()),
                    new TableCell.Whole(step.bought()),
                    new TableCell.Whole(step.unsubscribed())));
        }
        return new FigureTable("time-line", "What happened in each " + stepInWords(), columns, rows);
    }
}
