package org.personalize.cli;

import java.util.Locale;
import org.personalize.campaign.Campaign.Goal;
import org.personalize.measure.Sight.Question;
import org.personalize.report.Arm;
import org.personalize.report.Verdict;
import org.personalize.report.Verdict.Layer;
import org.personalize.report.Verdict.OrderCheck;
import org.personalize.report.Verdict.SampleRatio;
import picocli.CommandLine.Help.Ansi;

/** Tells an answer and what it rests on. */
final class VerdictTelling {

    private static final int LABEL_WIDTH = 24;

    /** A ratio beyond this says only that the others have next to nothing. */
    private static final double MOST_RATIO = 1_000;

    private final Sheet sheet;
    private final Ansi ansi;
    private final boolean isOpen;
    private final boolean isDetailed;

    VerdictTelling(Sheet sheet, Ansi ansi, boolean isOpen, boolean isDetailed) {
        this.sheet = sheet;
        this.ansi = ansi;
        this.isOpen = isOpen;
        this.isDetailed = isDetailed;
    }

    void tell(Verdict verdict) {
        sheet.blank();
        sheet.line(ReportTelling.bold(
                verdict.question() == Question.MAIL ? "What the mail earned" : "What personalizing earned", ansi));
        sheet.line("  " + ReportTelling.bold(loud(verdict), ansi));
        sheet.wrapped("  ", verdict.headline());
        if (!verdict.why().isEmpty()) {
            sheet.wrapped("  ", verdict.why());
        }
        if (verdict.answer().isGiven()) {
            figures(verdict);
        }
        verdict.sampleRatio().ifPresent(this::ratio);
        verdict.orderCheck().ifPresent(this::orders);
        if (isDetailed) {
            layers(verdict);
        }
    }

    private static String loud(Verdict verdict) {
        return switch (verdict.answer()) {
            case NOT_TESTED -> "NOT TESTED";
            case BLOCKED -> "NO ANSWER";
            case INDISTINGUISHABLE -> "NOT DISTINGUISHABLE FROM NO DIFFERENCE";
            case BETTER -> "BETTER, BY MORE THAN CHANCE EXPLAINS";
            case WORSE -> "WORSE, BY MORE THAN CHANCE EXPLAINS";
        };
    }

    private void figures(Verdict verdict) {
        Goal goal = verdict.goal();
        arm(verdict, verdict.treated());
        arm(verdict, verdict.others());
        String unit = goal == Goal.REVENUE ? " per person" : " per 100 people";
        verdict.difference()
                .ifPresent(difference -> label(
                        isOpen ? "difference, seen once" : "difference",
                        ReportTelling.difference(goal, difference) + unit));
        label(
                "if looked at every day",
                verdict.always()
                        .map(always -> ReportTelling.difference(goal, always) + unit)
                        .orElse("nothing can be said yet"));
        verdict.ratio()
                .ifPresent(ratio -> label(
                        "ratio",
                        ratio.high() > MOST_RATIO
                                ? "%.2f (from %.2f)".formatted(ratio.mean(), ratio.low())
                                : ReportTelling.money(ratio)));
        verdict.revenue()
                .ifPresent(revenue ->
                        label("revenue, difference", ReportTelling.difference(Goal.REVENUE, revenue) + " per person"));
        label(
                "smallest to be seen",
                verdict.smallest().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                "%.2f per 100 people, 8 times in 10",
                                100 * verdict.smallest().getAsDouble())
                        : "none: the groups are too small");
    }

    private void arm(Verdict verdict, Arm arm) {
        String did = verdict.goal() == Goal.CLICK ? "clicked" : "bought";
        label(
                arm.name(),
                "%,d of %,d %s, %s"
                        .formatted(arm.happened().count(), arm.people(), did, ReportTelling.percent(arm.happened())));
        label("", "revenue " + ReportTelling.money(arm.revenue()) + " per person");
    }

    private void ratio(SampleRatio ratio) {
        label(
                "sizes of the groups",
                "%,d and %,d, where the draw puts %.2f %% in the second: %s"
                        .formatted(
                                ratio.treated(),
                                ratio.others(),
                                100 * ratio.expected(),
                                ratio.isSound() ? "as expected" : "not by chance"));
    }

    private void orders(OrderCheck check) {
        label(
                "bought before",
                "%.2f %% and %.2f %% in the 8 weeks before: %s"
                        .formatted(
                                100 * check.treated().happened().mean(),
                                100 * check.others().happened().mean(),
                                check.isSound() ? "alike" : "not alike"));
    }

    private void layers(Verdict verdict) {
        String did = verdict.goal() == Goal.CLICK ? "clicked" : "bought";
        for (Layer layer : verdict.layers()) {
            boolean isOfDay = layer.by().equals("weekday");
            label(
                    isOfDay ? did + " on " + layer.name() : layer.name(),
                    ReportTelling.difference(verdict.goal(), layer.difference())
                            + (isOfDay
                                    ? ""
                                    : "  of %,d and %,d people"
                                            .formatted(
                                                    layer.treated().people(),
                                                    layer.others().people())));
        }
    }

    private void label(String name, String text) {
        sheet.line("    " + Sheet.padded(Sheet.cut(name, LABEL_WIDTH), LABEL_WIDTH) + " " + text);
    }
}
