package org.personalize.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.personalize.measure.Interval;
import org.personalize.measure.Sight.Question;
import org.personalize.report.FigureTable.Column;
import org.personalize.report.TableCell.Measured;
import org.personalize.report.TableCell.Words;
import org.personalize.report.Verdict.Answer;
import org.personalize.report.Verdict.Layer;

/** One question and its answer in large type, how sure it is, and everything that it rests on. */
final class VerdictPanel {

    private static final String ONCE = "Looking once, when all is over";
    private static final String DAILY = "Looking every day";

    private final Verdict verdict;
    private final Success success;
    private final boolean isOpen;
    private final SavedTables tables;

    /** @param isOpen whether reactions that will count can still come, so that only the wider range holds */
    VerdictPanel(Verdict verdict, boolean isOpen, SavedTables tables) {
        this.verdict = verdict;
        this.success = Success.of(verdict.goal());
        this.isOpen = isOpen;
        this.tables = tables;
    }

    Markup markup() {
        String id = name();
        var panel = new Markup();
        panel.open("section", "class", "panel verdict verdict-" + tone(), "aria-labelledby", id);
        panel.element("h2", title(), "id", id, "class", "question");
        panel.add(answer());
        if (verdict.answer().isGiven()) {
            panel.add(ranges());
            panel.add(facts());
        }
        if (verdict.answer() != Answer.NOT_TESTED) {
            panel.add(folded("The two groups", tables.put(arms())));
        }
        if (!verdict.layers().isEmpty()) {
            panel.add(folded("The same by weekday and time zone", tables.put(layers())));
        }
        return panel.close();
    }

    private String name() {
        return verdict.question().name().toLowerCase(Locale.ROOT) + "-earned";
    }

    private String title() {
        return switch (verdict.question()) {
            case MAIL -> "What the mail earned";
            case PERSONAL -> "What personalizing it earned";
        };
    }

    private String tone() {
        return switch (verdict.answer()) {
            case NOT_TESTED, INDISTINGUISHABLE -> "calm";
            case BLOCKED -> "blocked";
            case BETTER -> "better";
            case WORSE -> "worse";
        };
    }

    /** Where something was found, the sentence that says it is the large one; where nothing was, that is. */
    private Markup answer() {
        var answer = new Markup();
        switch (verdict.answer()) {
            case NOT_TESTED -> answer.element("p", "Not tested", "class", "answer");
            case BLOCKED -> answer.element("p", "No answer", "class", "answer");
            case INDISTINGUISHABLE -> answer.element("p", "Not distinguishable", "class", "answer");
            case BETTER, WORSE -> answer.element("p", verdict.headline(), "class", "answer is-sentence");
        }
        if (verdict.answer() != Answer.BETTER && verdict.answer() != Answer.WORSE) {
            answer.element("p", verdict.headline(), "class", "sentence");
        }
        if (!verdict.why().isEmpty()) {
            answer.element("p", verdict.why(), "class", "why");
        }
        return answer.element("p", compared(), "class", "hint");
    }

    private String compared() {
        if (verdict.answer() == Answer.NOT_TESTED) {
            return switch (verdict.question()) {
                case MAIL -> "It takes a group that gets no mail, drawn by lot, and their orders.";
                case PERSONAL -> "It takes a group that gets the plain mail, drawn by lot.";
            };
        }
        return Plain.count(verdict.treated().people(), "person", "people") + " (" + verdict.treated().name()
                + ") compared with " + Plain.count(verdict.others().people()) + " (" + verdict.others().name()
                + "), drawn by lot."
                + (verdict.question() == Question.MAIL ? " Only purchases count." : "");
    }

    private Markup ranges() {
        List<RangePlot.Row> rows = new ArrayList<>();
        verdict.difference().ifPresent(range -> rows.add(new RangePlot.Row(ONCE, range, !isOpen)));
        verdict.always().ifPresent(range -> rows.add(new RangePlot.Row(DAILY, range, isOpen)));
        var ranges = new Markup();
        ranges.element("h3", "More or fewer " + success.counted());
        ranges.add(new RangePlot(title() + ": the difference", rows, success.differenceUnit(), 0).markup());
        return ranges.element(
                "p",
                "The point is the best guess, the line what the truth may be. A line that crosses 0 leaves open which is better."
                        + (isOpen ? " Until all is over, the wider line holds." : ""),
                "class",
                "hint");
    }

    private Markup facts() {
        var facts = new Markup();
        facts.open("dl", "class", "facts");
        verdict.ratio().ifPresent(ratio -> fact(facts, "As a ratio", Plain.fine(ratio, Unit.AMOUNT) + " times the others"));
        verdict.revenue()
                .ifPresent(revenue -> fact(
                        facts,
                        "Revenue per person",
                        Plain.signed(revenue, Unit.AMOUNT) + ", in the shop's own numbers"));
        fact(facts, "Smallest difference to be seen", smallest());
        verdict.sampleRatio()
                .ifPresent(ratio -> fact(
                        facts,
                        "Sizes of the groups",
                        ratio.isSound() ? "as they were drawn" : "not as they were drawn"));
        verdict.orderCheck()
                .ifPresent(check -> fact(
                        facts,
                        "Orders before the mail",
                        check.isSound() ? "alike in both groups" : "not alike in both groups"));
        return facts.close();
    }

    /** The power of a test is that of its shares, whatever else it measures. */
    private String smallest() {
        if (verdict.smallest().isEmpty()) {
            return "none: the groups are too small";
        }
        double smallest = verdict.smallest().getAsDouble();
        return Unit.PER_HUNDRED.write(smallest, smallest / 10) + " people per 100, found 8 times in 10";
    }

    private static void fact(Markup facts, String name, String text) {
        facts.open("div").element("dt", name).element("dd", text).close();
    }

    private static Markup folded(String summary, Markup content) {
        var folded = new Markup();
        return folded.open("details").element("summary", summary).add(content).close();
    }

    /** Where the groups are not to be compared, nothing but their sizes is told. */
    private FigureTable arms() {
        String caption = title() + ": everybody counts in the group that they were drawn into";
        if (verdict.answer() == Answer.BLOCKED) {
            List<Column> sizes = List.of(Column.words("group"), Column.number("people"));
            return new FigureTable(name() + "-groups", caption, sizes, arms(row -> row.subList(0, sizes.size())));
        }
        List<Column> columns = List.of(
                Column.words("group"),
                Column.number("people"),
                Column.number(success == Success.CLICKED ? "clicked" : "bought"),
                Column.measured("share"),
                Column.measured("revenue per person"));
        return new FigureTable(name() + "-groups", caption, columns, arms(row -> row));
    }

    private List<List<TableCell>> arms(UnaryOperator<List<TableCell>> shown) {
        return Stream.of(verdict.treated(), verdict.others())
                .map(VerdictPanel::row)
                .map(shown)
                .toList();
    }

    private static List<TableCell> row(Arm arm) {
        var few = TableCell.Withheld.TOO_FEW;
        boolean isSmall = arm.people() < CampaignReport.LEAST_PEOPLE;
        return List.of(
                new Words(arm.name()),
                new TableCell.Number(arm.people()),
                isSmall ? few : new TableCell.Number(arm.happened().count()),
                isSmall ? few : new Measured(Plain.measured(arm.happened()), Unit.SHARE),
                isSmall ? few : new Measured(arm.revenue(), Unit.AMOUNT));
    }

    private FigureTable layers() {
        List<Column> columns = List.of(
                Column.words("by"),
                Column.words("which"),
                Column.number(verdict.treated().name()),
                Column.number(verdict.others().name()),
                Column.measured("difference"));
        return new FigureTable(
                name() + "-layers",
                title() + ", in " + success.counted() + ", weekday by weekday and zone by zone",
                columns,
                verdict.layers().stream().map(this::row).toList());
    }

    private List<TableCell> row(Layer layer) {
        Interval difference = layer.difference();
        boolean isSmall = Math.min(layer.treated().people(), layer.others().people()) < CampaignReport.LEAST_PEOPLE;
        return List.of(
                new Words(layer.by()),
                new Words(layer.name()),
                people(layer.treated()),
                people(layer.others()),
                isSmall ? TableCell.Withheld.TOO_FEW : new TableCell.Difference(difference, success.differenceUnit()));
    }

    private static TableCell people(Arm arm) {
        return arm.people() < CampaignReport.LEAST_PEOPLE
                ? TableCell.Withheld.TOO_FEW
                : new TableCell.Number(arm.people());
    }
}
