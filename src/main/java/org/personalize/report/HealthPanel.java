package org.personalize.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.personalize.measure.Calibration;
import org.personalize.measure.Calibration.Tenth;
import org.personalize.report.FigureTable.Column;
import org.personalize.report.Health.Forecasts;
import org.personalize.report.Health.Week;
import org.personalize.report.TableCell.Figure;
import org.personalize.report.TableCell.Measured;
import org.personalize.report.TableCell.Words;

/** Whether the model should learn anew, and what it said of mails beside what came. */
final class HealthPanel {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SORTABLE = DateTimeFormatter.ISO_LOCAL_DATE;

    /** Of a longer time the newest weeks are drawn. */
    private static final int WEEKS = 12;

    private final Health health;
    private final SavedTables tables;

    HealthPanel(Health health, SavedTables tables) {
        this.health = health;
        this.tables = tables;
    }

    Markup markup() {
        var chapter = new Markup();
        chapter.open("section", "class", "chapter", "aria-labelledby", "model");
        chapter.element("h2", "The model", "id", "model");
        chapter.open("section", "class", "panel", "aria-labelledby", "model-due");
        chapter.element("h3", "Should it learn anew?", "id", "model-due");
        chapter.element("p", health.sentence(), "class", "sentence");
        health.learnedUntil().ifPresent(until -> chapter.element("p", basis(until), "class", "hint"));
        chapter.close();
        health.forecasts()
                .filter(forecasts -> forecasts.mails() >= CampaignReport.LEAST_PEOPLE)
                .ifPresent(forecasts -> {
                    cameTrue(chapter, forecasts);
                    weeks(chapter, forecasts.weeks());
                });
        return chapter.close();
    }

    private String basis(Instant until) {
        String learned = health.hasLearnedNothing()
                ? "It has learned from no events. "
                : "It has learned from events until " + DAY.format(until.atOffset(ZoneOffset.UTC)) + "; "
                        + Plain.count(health.daysBehind(), "day of events has", "days of events have")
                        + " come since. ";
        String heldOut = health.heldOutError()
                .map(error -> " When it learned, its chances were off by " + percent(error)
                        + " on average, on time that it had not seen.")
                .orElse("");
        return learned + percent(health.personalHours())
                + " of the people who allow profiling have an hour of their own." + heldOut;
    }

    private void cameTrue(Markup chapter, Forecasts forecasts) {
        String inWords = "Of " + Plain.count(forecasts.mails(), "mail", "mails") + " the model expected "
                + percent(forecasts.said()) + " to be reacted to, and "
                + Plain.whole(forecasts.came(), Unit.SHARE) + " were. Over tenths of the mails it was off by "
                + percent(forecasts.calibration().error()) + " on average, of which chance alone makes "
                + percent(forecasts.calibration().byChance()) + "."
                + (forecasts.areLearnedFrom()
                        ? " It has learned from some of these mails since, which flatters it."
                        : "");
        chapter.open("section", "class", "panel", "aria-labelledby", "came-true");
        chapter.element("h3", "Do its chances come true?", "id", "came-true");
        Calibration told = told(forecasts.calibration());
        chapter.add(new ForecastPlot(told, inWords).beside(tables.put(tenths(told))));
        chapter.close();
    }

    /** Without the tenths that are too small to be told. */
    private static Calibration told(Calibration calibration) {
        List<Tenth> large = calibration.tenths().stream()
                .filter(tenth -> tenth.outcome().number() >= CampaignReport.LEAST_PEOPLE)
                .toList();
        return new Calibration(calibration.error(), large);
    }

    private static FigureTable tenths(Calibration calibration) {
        List<List<TableCell>> rows = new ArrayList<>();
        for (Tenth tenth : calibration.tenths()) {
            rows.add(List.of(
                    new Figure(tenth.chance(), Unit.SHARE),
                    new Measured(tenth.outcome(), Unit.SHARE),
                    new TableCell.Whole(tenth.outcome().number())));
        }
        return new FigureTable(
                "forecasts",
                "Tenths of the mails by their chance; an open counts half",
                List.of(Column.number("told"), Column.measured("came"), Column.number("mails")),
                rows);
    }

    private void weeks(Markup chapter, List<Week> weeks) {
        if (weeks.isEmpty()) {
            return;
        }
        List<RangePlot.Row> rows = weeks.stream()
                .skip(Math.max(0, weeks.size() - WEEKS))
                .filter(week -> week.mails() >= CampaignReport.LEAST_PEOPLE)
                .map(week -> new RangePlot.Row(
                        DAY.format(week.monday()) + ": " + percent(week.said()) + " expected", week.came(), false))
                .toList();
        chapter.open("section", "class", "panel", "aria-labelledby", "drift");
        chapter.element("h3", "Does it still hold, week by week?", "id", "drift");
        chapter.element("p", "What came, by the Monday of the week in which the mails went out.", "class", "hint");
        chapter.add(new RangePlot("Reactions by week", rows, Unit.SHARE, Double.NaN).markup());
        chapter.open("details").element("summary", "The figures as a table").add(tables.put(table(weeks)));
        chapter.close().close();
    }

    private static FigureTable table(List<Week> weeks) {
        List<Column> columns = List.of(
                Column.words("week of"),
                Column.number("mails"),
                Column.number("expected"),
                Column.measured("came"),
                Column.number("off by"));
        return new FigureTable(
                "weeks",
                "Expected and come by week; off by: on average over tenths of the week's mails",
                columns,
                weeks.stream().map(HealthPanel::row).toList());
    }

    private static List<TableCell> row(Week week) {
        var few = TableCell.Withheld.TOO_FEW;
        boolean isSmall = week.mails() < CampaignReport.LEAST_PEOPLE;
        return List.of(
                new Words(SORTABLE.format(week.monday())),
                new TableCell.Whole(week.mails()),
                new Figure(week.said(), Unit.SHARE),
                isSmall ? few : new Measured(week.came(), Unit.SHARE),
                isSmall ? few : new Figure(week.error(), Unit.SHARE));
    }

    private static String percent(double share) {
        return Unit.SHARE.write(share, share / 10);
    }
}
