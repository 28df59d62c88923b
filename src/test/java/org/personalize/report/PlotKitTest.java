package org.personalize.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.personalize.campaign.Campaign.Goal;
import org.personalize.measure.Interval;
import org.personalize.measure.Sight.Question;
import org.personalize.report.ColumnPlot.Column;
import org.personalize.report.TableCell.Measured;
import org.personalize.report.TableCell.Words;
import org.personalize.report.TimeLine.Step;
import org.personalize.report.Verdict.Answer;

/** Scales, numbers, plots and tables, on figures that are hard to show. */
class PlotKitTest {

    @Test
    void scalesBeginAndEndAtRoundNumbers() {
        assertThat(Scale.of(0.0385, 0.0513).ticks().stream().map(tick -> Unit.SHARE.brief(tick, 0.005)))
                .containsExactly("3.5\u00a0%", "4.0\u00a0%", "4.5\u00a0%", "5.0\u00a0%", "5.5\u00a0%");
        assertThat(Scale.of(-3.2, 9)).isEqualTo(new Scale(-5, 10, 5));
        assertThat(Scale.upTo(0)).isEqualTo(new Scale(0, 1, 0.5));
        assertThat(Scale.of(7, 7)).satisfies(scale -> assertThat(scale.share(7)).isBetween(0.0, 1.0));
        assertThat(Scale.upTo(4.7e9).ticks()).containsExactly(0.0, 2e9, 4e9, 6e9);
    }

    @Test
    void numbersHaveAsManyDigitsAsTheirRangeBears() {
        assertThat(Stream.of(
                        Plain.whole(new Interval(0.0447, 0.0427, 0.0467, 42_391), Unit.SHARE),
                        Plain.whole(new Interval(1_234_567, 1e6, 1.5e6, 9), Unit.AMOUNT),
                        Plain.whole(new Interval(0, 0, 0, 5), Unit.SHARE),
                        Plain.signed(new Interval(-0.0035, -0.0094, 0.003, 5), Unit.PER_HUNDRED),
                        Plain.whole(new Interval(2e-9, 0, 9e-9, 5), Unit.SHARE),
                        Unit.COUNT.brief(12_500, 500),
                        Unit.COUNT.brief(-2e9, 1e9)))
                .containsExactly(
                        "4.47\u00a0% (4.27\u00a0% to 4.67\u00a0%)",
                        "1,234,567 (1,000,000 to 1,500,000)",
                        "0\u00a0% (0\u00a0% to 0\u00a0%)",
                        "\u22120.35 (\u22120.94 to +0.30)",
                        "<0.0001\u00a0% (0\u00a0% to <0.0001\u00a0%)",
                        "12.5k",
                        "\u22122bn");
    }

    @Test
    void columnsOfNothingAreDrawnAsNothing() {
        String none = plot(Collections.nCopies(3, Column.of("09", 0, "none")), Unit.COUNT);
        assertThat(none).contains(">0<", ">1<").doesNotContain("class=\"column", "NaN", "0.5");
        assertThat(plot(List.of(), Unit.COUNT)).doesNotContain("NaN");
        assertThat(plot(List.of(Column.unknown("09", "too few")), Unit.SHARE)).doesNotContain("class=\"column");
    }

    @Test
    void aColumnAloneIsNoWall() {
        assertThat(plot(List.of(Column.of("9 Mar", 3, "three")), Unit.COUNT))
                .contains("class=\"column most\" x=\"45.50%\"", "width=\"9.00%\"");
    }

    @Test
    void labelsLeaveEachOtherRoom() {
        String plot = plot(Collections.nCopies(90, Column.of("12 Mar", 3, "three")), Unit.COUNT);
        assertThat(plot.split(">12 Mar<", -1)).hasSize(6);
    }

    @Test
    void aLongTimeIsToldInLongerSteps() {
        var hours = new TimeLine(
                Instant.parse("2026-03-02T06:00:00Z"),
                Duration.ofHours(1),
                Collections.nCopies(200, new Step(1, 0, 0, 0)));
        assertThat(new TimeLinePanel(hours, new SavedTables("c")).markup().toString())
                .contains(
                        "Per day, by UTC.", "Mails accepted: 200", "2 Mar, 06:00: 24 mails", "10 Mar, 06:00: 8 mails");
        var years = new TimeLine(Instant.EPOCH, Duration.ofDays(1), Collections.nCopies(3_000, new Step(1, 0, 0, 0)));
        assertThat(new TimeLinePanel(years, new SavedTables("c")).markup().toString())
                .contains("Per 364 days");
    }

    @Test
    void aSavedTableHasItsTitlesItsRangesAndNoFormulas() {
        var table = new FigureTable(
                "a/b c",
                "caption",
                List.of(FigureTable.Column.words("who"), FigureTable.Column.measured("the share")),
                List.of(
                        List.of(
                                new Words("+cmd|' /C calc'!A0"),
                                new Measured(new Interval(-0.5, -1, 0, 4), Unit.SHARE)),
                        List.of(new Words("a\n\"b\""), TableCell.Withheld.TOO_FEW)));

        assertThat(table.name()).isEqualTo("a-b-c");
        assertThat(table.lines())
                .containsExactly(
                        "who,the_share,the_share_low,the_share_high\n",
                        "'+cmd|' /C calc'!A0,-0.500000,-1.000000,0.000000\n",
                        "\"a\n\"\"b\"\"\",,,\n");
    }

    @Test
    void everySavedTableHasANameOfItsOwn() {
        var tables = new SavedTables("c");
        var table = new FigureTable("t", "caption", List.of(FigureTable.Column.words("w")), List.of());
        assertThat(tables.put(table).toString()).contains("data-table=\"c-t\"");
        assertThat(tables.json()).isEqualTo("{\"tables\":{\"c-t\":[\"w\\n\"]}}");
        assertThatIllegalStateException().isThrownBy(() -> tables.put(table));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FigureTable("t", "c", List.of(), List.of(List.of(new Words("more")))));
    }

    @Test
    void whatCannotBeComparedYetIsDrawnWithoutALine() {
        var row = new RangePlot.Row("a", new Interval(0.5, 0.5, 0.5, 1), true);
        assertThat(new RangePlot("label", List.of(row), Unit.SHARE, Double.NaN)
                        .markup()
                        .toString())
                .contains("class=\"is-main\"", "50")
                .doesNotContain("reference", "NaN");
    }

    @Test
    void aDifferenceHasTheDigitsThatTheSentenceAboveItHas() {
        Interval difference = new Interval(0.0589, -0.0123, 0.1055, 90);
        var row = new RangePlot.Row("once", difference, true);
        assertThat(new RangePlot("label", List.of(row), Unit.PER_HUNDRED, 0)
                        .markup()
                        .toString())
                .contains("<b>+5.89</b> <span>−1.23 to +10.55</span>");
        assertThat(Headline.of(Question.MAIL, Answer.INDISTINGUISHABLE, Goal.PURCHASE, difference, false))
                .contains("5.89 more", "(−1.23 to 10.55)");
    }

    private static String plot(List<Column> columns, Unit unit) {
        return new ColumnPlot(columns, unit, "in words").markup().toString();
    }
}
