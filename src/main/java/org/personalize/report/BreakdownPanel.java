package org.personalize.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.personalize.measure.Interval;
import org.personalize.measure.Share;
import org.personalize.report.Breakdown.By;
import org.personalize.report.Breakdown.Cell;
import org.personalize.report.ColumnPlot.Column;
import org.personalize.report.TableCell.Measured;
import org.personalize.report.TableCell.Words;

/** What came of the mails of each group: drawn beside each other, and as a table. */
final class BreakdownPanel {

    private static final int HOURS = 24;

    /** More groups than this are looked up in the table. */
    private static final int DRAWN = 12;

    private static final double NO_REFERENCE = Double.NaN;

    private final Breakdown breakdown;
    private final Success success;
    private final SavedTables tables;
    private final boolean isCompared;

    /**
     * @param isCompared whether another panel compares the same groups, by ranges of their own; drawn again they would seem
     *     to differ more than they do
     */
    BreakdownPanel(Breakdown breakdown, Success success, boolean isCompared, SavedTables tables) {
        this.breakdown = breakdown;
        this.success = success;
        this.isCompared = isCompared;
        this.tables = tables;
    }

    Markup markup() {
        String id = "by-" + name();
        var panel = new Markup();
        panel.open("section", "class", "panel", "aria-labelledby", id);
        panel.element("h3", "By " + breakdown.by().words(), "id", id);
        panel.element("p", told(), "class", "hint");
        if (isCompared) {
            return panel.add(tables.put(table())).close();
        }
        panel.add(breakdown.by() == By.HOUR ? hours() : ranges());
        panel.open("details").element("summary", "The figures as a table").add(tables.put(table()));
        return panel.close().close();
    }

    private String name() {
        return breakdown.by().name().toLowerCase(Locale.ROOT);
    }

    private String told() {
        if (isCompared) {
            return "Everything that came of their mails. Which of them did better is told above.";
        }
        var told = new StringBuilder(success.title());
        if (breakdown.by().isOfItems()) {
            told.append(", counting only what was done with that very item");
        }
        told.append('.');
        if (breakdown.cells().size() > DRAWN && breakdown.by() != By.HOUR) {
            told.append(" The ")
                    .append(DRAWN)
                    .append(" with the most mails of ")
                    .append(Plain.count(breakdown.cells().size()))
                    .append("; the table has all.");
        }
        if (breakdown.merged() > 0) {
            told.append(' ')
                    .append(Plain.count(breakdown.merged(), "group", "groups"))
                    .append(" of fewer than " + CampaignReport.LEAST_PEOPLE + " people are told together.");
        }
        if (breakdown.peopleLeftOut() > 0) {
            told.append(' ')
                    .append(Plain.count(breakdown.peopleLeftOut(), "person is", "people are"))
                    .append(" in groups too small to be told.");
        }
        return told.toString();
    }

    /** By those of whom it may be known what they did, which can be fewer than are in the group. */
    private boolean isTold(Cell cell) {
        return CampaignReport.isTold(success.of(cell.outcomes()).number());
    }

    private Markup ranges() {
        List<RangePlot.Row> rows = drawn().stream()
                .filter(this::isTold)
                .map(cell -> new RangePlot.Row(title(cell), success.of(cell.outcomes()), false))
                .toList();
        if (rows.isEmpty()) {
            return new Markup().element("p", "No group is large enough to be shown.");
        }
        String label = success.title() + " by " + breakdown.by().words();
        return new RangePlot(label, rows, success.unit(), NO_REFERENCE).markup();
    }

    /** Few groups keep their order; of many those with the most mails are drawn. */
    private List<Cell> drawn() {
        if (breakdown.cells().size() <= DRAWN) {
            return breakdown.cells();
        }
        return breakdown.cells().stream()
                .sorted(Comparator.comparingLong((Cell cell) -> -cell.outcomes().mails()))
                .limit(DRAWN)
                .toList();
    }

    private Markup hours() {
        Map<String, Cell> byHour = new LinkedHashMap<>();
        breakdown.cells().forEach(cell -> byHour.put(cell.name(), cell));
        List<Column> columns = IntStream.range(0, HOURS)
                .mapToObj("%02d"::formatted)
                .map(hour -> column(hour, byHour.get(hour)))
                .toList();
        return new ColumnPlot(columns, success.unit(), best()).markup().element("p", best(), "class", "hint");
    }

    private Column column(String hour, @Nullable Cell cell) {
        if (cell == null || !isTold(cell)) {
            return Column.unknown(hour, hour + " h: too few people to tell, or none");
        }
        Interval measured = success.of(cell.outcomes());
        String hint = title(cell) + ": " + Plain.whole(measured, success.unit()) + " of "
                + Plain.count(cell.outcomes().mails(), "mail", "mails");
        return Column.of(hour, measured, hint);
    }

    /** The best hour, and whether it is more than luck. */
    private String best() {
        Optional<Cell> best = breakdown.cells().stream()
                .filter(cell -> !cell.isOthers() && isTold(cell))
                .max(Comparator.comparingDouble(
                        cell -> success.of(cell.outcomes()).mean()));
        if (best.isEmpty()) {
            return "No hour had enough mails to be told.";
        }
        Interval measured = success.of(best.get().outcomes());
        if (measured.mean() <= 0) {
            return "By the clock of each person. In no hour anything came of the mails.";
        }
        boolean isAlone = breakdown.cells().stream()
                .filter(cell -> !cell.equals(best.get()) && isTold(cell))
                .allMatch(cell -> success.of(cell.outcomes()).high() < measured.low());
        return "By the clock of each person. Highest from " + title(best.get()) + ", at "
                + Plain.whole(measured, success.unit())
                + (isAlone ? "." : "; other hours may be as good: where thin lines overlap, chance may have made it.");
    }

    private String title(Cell cell) {
        boolean isHour = breakdown.by() == By.HOUR && cell.name().matches("\\d\\d");
        return isHour ? Plain.hour(Integer.parseInt(cell.name())) : cell.name();
    }

    private FigureTable table() {
        List<FigureTable.Column> columns = List.of(
                FigureTable.Column.words(breakdown.by().words()),
                FigureTable.Column.number("people"),
                FigureTable.Column.number("mails"),
                FigureTable.Column.measured("clicked"),
                FigureTable.Column.measured("bought"),
                FigureTable.Column.measured("revenue per mail"),
                FigureTable.Column.measured("opted out"));
        String caption = "Mails by " + breakdown.by().words() + ", with the range that holds the truth 95 times in 100";
        return new FigureTable(
                "by-" + name(),
                caption,
                columns,
                breakdown.cells().stream().map(this::row).toList());
    }

    private List<TableCell> row(Cell cell) {
        Outcomes outcomes = cell.outcomes();
        return List.of(
                new Words(title(cell)),
                new TableCell.Whole(outcomes.people()),
                new TableCell.Whole(outcomes.mails()),
                share(outcomes.clicked()),
                share(outcomes.bought()),
                new Measured(outcomes.revenue(), Unit.AMOUNT),
                share(outcomes.unsubscribed()));
    }

    private static TableCell share(Share share) {
        return CampaignReport.isTold(share.of())
                ? new Measured(Plain.measured(share), Unit.SHARE)
                : TableCell.Withheld.TOO_FEW;
    }
}
