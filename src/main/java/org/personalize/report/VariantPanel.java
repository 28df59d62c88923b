package org.personalize.report;

import java.util.List;
import java.util.Optional;
import org.personalize.measure.Interval;
import org.personalize.report.FigureTable.Column;
import org.personalize.report.TableCell.Measured;
import org.personalize.report.TableCell.Words;
import org.personalize.report.VariantRace.Runner;

/** The variants beside each other, and whether one is ahead. */
final class VariantPanel {

    private final VariantRace race;
    private final Success success;
    private final SavedTables tables;

    VariantPanel(VariantRace race, SavedTables tables) {
        this.race = race;
        this.success = Success.of(race.goal());
        this.tables = tables;
    }

    Markup markup() {
        var panel = new Markup();
        panel.open("section", "class", "panel", "aria-labelledby", "variants");
        panel.element("h2", "The variants", "id", "variants", "class", "question");
        panel.element("p", race.leader().isPresent() ? race.headline() : "Not distinguishable", "class", answerClass());
        if (race.leader().isEmpty()) {
            panel.element("p", race.headline(), "class", "sentence");
        }
        List<RangePlot.Row> rows = race.runners().stream()
                .filter(runner -> runner.people() >= CampaignReport.LEAST_PEOPLE)
                .map(runner -> new RangePlot.Row(runner.name(), runner.score(), isAhead(runner)))
                .toList();
        panel.element("h3", per());
        panel.add(new RangePlot("Variants: " + per(), rows, success.unit(), Double.NaN).markup());
        panel.element(
                "p",
                "The ranges are wider than elsewhere on this page, because several variants are compared at once.",
                "class",
                "hint");
        panel.open("details")
                .element("summary", "The figures as a table")
                .add(tables.put(table()))
                .close();
        return panel.close();
    }

    private String answerClass() {
        return race.leader().isPresent() ? "answer is-sentence" : "answer";
    }

    private boolean isAhead(Runner runner) {
        return race.leader().equals(Optional.of(runner.name()));
    }

    private String per() {
        return switch (success) {
            case CLICKED -> "Share of people who clicked";
            case BOUGHT -> "Share of people who bought";
            case REVENUE -> "Revenue per person, in the shop's own numbers";
        };
    }

    private FigureTable table() {
        List<Column> columns = List.of(
                Column.words("variant"),
                Column.number("people"),
                Column.measured(success.word()),
                Column.measured("behind the first"));
        return new FigureTable(
                "variants",
                per() + ", and by how much each variant is behind the first",
                columns,
                race.runners().stream().map(this::row).toList());
    }

    private List<TableCell> row(Runner runner) {
        if (runner.people() < CampaignReport.LEAST_PEOPLE) {
            var few = TableCell.Withheld.TOO_FEW;
            return List.of(new Words(runner.name()), few, few, few);
        }
        return List.of(
                new Words(runner.name()),
                new TableCell.Whole(runner.people()),
                new Measured(runner.score(), success.unit()),
                runner.behind().map(this::behind).orElse(new TableCell.Withheld("the first")));
    }

    private TableCell behind(Interval behind) {
        return new TableCell.Difference(behind, success.differenceUnit());
    }
}
