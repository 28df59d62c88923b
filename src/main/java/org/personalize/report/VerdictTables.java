package org.personalize.report;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.personalize.report.FigureTable.Column;
import org.personalize.report.TableCell.Measured;
import org.personalize.report.TableCell.Words;
import org.personalize.report.Verdict.Answer;
import org.personalize.report.Verdict.Layer;

/** The figures behind an answer: both groups, and the same difference among some of the people. */
final class VerdictTables {

    private static final String WEEKDAY = "weekday";

    private final Verdict verdict;
    private final Success success;
    private final String name;
    private final String title;

    /**
     * @param name with which the names of the saved files begin
     * @param title of the question
     */
    VerdictTables(Verdict verdict, String name, String title) {
        this.verdict = verdict;
        this.success = Success.of(verdict.goal());
        this.name = name;
        this.title = title;
    }

    /** Where the groups are not to be compared, nothing but their sizes is told. */
    FigureTable groups() {
        String caption = title + ": everybody counts in the group that they were drawn into";
        if (verdict.answer() == Answer.BLOCKED) {
            List<Column> sizes = List.of(Column.words("group"), Column.number("people"));
            return new FigureTable(name + "-groups", caption, sizes, groups(row -> row.subList(0, sizes.size())));
        }
        List<Column> columns = List.of(
                Column.words("group"),
                Column.number("people"),
                Column.number(success == Success.CLICKED ? "clicked" : "bought"),
                Column.measured("share"),
                Column.measured("revenue per person"));
        return new FigureTable(name + "-groups", caption, columns, groups(row -> row));
    }

    private List<List<TableCell>> groups(UnaryOperator<List<TableCell>> shown) {
        return Stream.of(verdict.treated(), verdict.others())
                .map(VerdictTables::row)
                .map(shown)
                .toList();
    }

    private static List<TableCell> row(Arm arm) {
        var few = TableCell.Withheld.TOO_FEW;
        boolean isSmall = arm.people() < CampaignReport.LEAST_PEOPLE;
        return List.of(
                new Words(arm.name()),
                new TableCell.Whole(arm.people()),
                isSmall ? few : new TableCell.Whole(arm.happened().count()),
                isSmall ? few : new Measured(Plain.measured(arm.happened()), Unit.SHARE),
                isSmall ? few : new Measured(arm.revenue(), Unit.AMOUNT));
    }

    FigureTable layers() {
        List<Column> columns = List.of(
                Column.words("among"),
                Column.number(verdict.treated().name()),
                Column.number(verdict.others().name()),
                Column.measured("difference"));
        return new FigureTable(
                name + "-layers",
                title + ", in " + success.counted()
                        + ". Of so many ranges some leave out the truth by chance alone, so that"
                        + " a single one that leaves out 0 proves little.",
                columns,
                verdict.layers().stream().map(this::row).toList());
    }

    private List<TableCell> row(Layer layer) {
        boolean isSmall = Math.min(layer.treated().people(), layer.others().people()) < CampaignReport.LEAST_PEOPLE;
        return List.of(
                new Words((layer.by().equals(WEEKDAY) ? "done on " : "people in ") + layer.name()),
                people(layer.treated()),
                people(layer.others()),
                isSmall
                        ? TableCell.Withheld.TOO_FEW
                        : new TableCell.Difference(layer.difference(), success.differenceUnit()));
    }

    private static TableCell people(Arm arm) {
        return arm.people() < CampaignReport.LEAST_PEOPLE
                ? TableCell.Withheld.TOO_FEW
                : new TableCell.Whole(arm.people());
    }
}
