package org.personalize.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.personalize.campaign.Campaign.Goal;
import org.personalize.measure.Interval;
import org.personalize.measure.Share;
import org.personalize.problem.Signed;
import org.personalize.report.Breakdown;
import org.personalize.report.Breakdown.By;
import org.personalize.report.Breakdown.Cell;
import org.personalize.report.CampaignReport;
import org.personalize.report.CampaignReport.Machines;
import org.personalize.report.Outcomes;
import org.personalize.report.VariantRace;
import org.personalize.report.VariantRace.Runner;
import org.personalize.run.Reporting;
import org.personalize.run.VariantLearning;
import picocli.CommandLine.Help.Ansi;

/** Tells a report on a terminal: what was sent, what came of it, and both answers. */
final class ReportTelling {

    private static final int MOST_CELLS = 24;
    private static final int NAME_WIDTH = 29;
    private static final int LABEL_WIDTH = 36;
    private static final int SHARE_WIDTH = 25;
    private static final int BEST_ITEMS = 5;

    private final Sheet sheet;
    private final Ansi ansi;

    private final boolean isDetailed;

    private ReportTelling(Door door, boolean isDetailed) {
        sheet = new Sheet(door.out());
        ansi = door.ansi();
        this.isDetailed = isDetailed;
    }

    /** @param isDetailed with every breakdown, and both answers by weekday and time zone */
    static void of(Reporting.Result result, Door door, boolean isDetailed) {
        new ReportTelling(door, isDetailed).tell(result.report(), result.learning());
    }

    private void tell(CampaignReport report, Optional<VariantLearning> learning) {
        sheet.line(bold(report.title(), ansi));
        if (report.editions().size() > 1) {
            sheet.wrapped("  ", "Of " + String.join(", ", report.editions()) + ".");
        }
        states(report);
        if (report.isAnythingSent()) {
            sheet.blank();
            outcomes(report.outcomes(), report.machines(), report.isOpen());
        }
        var verdicts = new VerdictTelling(sheet, ansi, report.isOpen(), isDetailed);
        verdicts.tell(report.mail());
        verdicts.tell(report.personal());
        report.variants().ifPresent(this::race);
        learning.ifPresent(learned -> VariantTelling.of(learned, sheet));
        report.breakdowns().stream().filter(this::isTold).forEach(this::breakdown);
        report.whatIf().ifPresent(whatIf -> WhatIfTelling.of(whatIf, sheet));
        report.health().ifPresent(health -> HealthTelling.of(health, sheet));
        sheet.blank();
        sheet.wrapped("  ", report.attribution());
        sheet.list("  note  ", report.notes());
        if (!isDetailed && report.isAnythingSent()) {
            sheet.wrapped("  ", "--details shows more: weekdays, time zones, languages, countries, all items.");
        }
    }

    private boolean isTold(Breakdown breakdown) {
        return switch (breakdown.by()) {
            case CAMPAIGN, HOUR, POSITION, ITEM -> true;
            case VARIANT, GROUP, WEEKDAY, LANGUAGE, COUNTRY, LIFECYCLE -> isDetailed;
        };
    }

    private void states(CampaignReport report) {
        report.sending()
                .ifPresentOrElse(
                        span -> sheet.line("  sent      " + Moments.told(span.first(), span.last())),
                        () -> sheet.line("  " + bold("Nothing was sent yet.", ansi)));
        String states = report.states().entrySet().stream()
                .filter(state -> state.getValue() > 0)
                .map(state -> state.getKey().replace('_', ' ') + " " + number(state.getValue()))
                .collect(Collectors.joining(", "));
        if (!states.isEmpty()) {
            sheet.wrapped("  people    ", states);
        }
        if (!report.skipped().isEmpty()) {
            sheet.wrapped("  skipped   ", Telling.reasons(report.skipped()));
        }
    }

    private void outcomes(Outcomes outcomes, Machines machines, boolean isOpen) {
        sheet.line(bold("What came of " + number(outcomes.mails()) + " accepted mails", ansi)
                + (isOpen ? ", so far" : ""));
        share("clicked by a person", outcomes.clicked());
        share("bought something", outcomes.bought());
        share("opted out", outcomes.unsubscribed());
        share("complaints, Gmail not included", outcomes.complained());
        share("bounced, no such mailbox", outcomes.hardBounced());
        share("bounced for another reason", outcomes.softBounced());
        share("opened, as far as can be told", outcomes.opened());
        label("revenue", Signed.plain(outcomes.revenueSum(), 2) + "; per mail " + money(outcomes.revenue()));
        String counted = machines.areCounted() ? "counted as people's, as asked" : "not counted";
        sheet.wrapped(
                "  " + Sheet.padded("machines", LABEL_WIDTH),
                "%,d opened and %,d clicked, %,d opens could be either; %s"
                        .formatted(machines.opens(), machines.clicks(), machines.undecidedOpens(), counted));
    }

    private void share(String name, Share share) {
        label(
                name,
                "%,9d  %s".formatted(share.count(), percent(share))
                        + (share.of() == 0 ? "" : " of " + number(share.of())));
    }

    private void label(String name, String text) {
        sheet.line("  " + Sheet.padded(name, LABEL_WIDTH) + text);
    }

    private void race(VariantRace race) {
        sheet.blank();
        sheet.line(bold("Variants, by " + words(race.goal()), ansi));
        sheet.wrapped("  ", race.headline());
        for (Runner runner : race.runners()) {
            String behind = runner.behind()
                    .map(interval -> "  behind by " + difference(race.goal(), interval))
                    .orElse("  highest");
            sheet.line("  " + Sheet.padded(Sheet.cut(runner.name(), NAME_WIDTH), NAME_WIDTH)
                    + "%,9d  ".formatted(runner.people())
                    + score(race.goal(), runner.score())
                    + behind);
        }
        sheet.wrapped("  ", "Among people whose variant was drawn. All intervals together hold 95 times in 100.");
    }

    private void breakdown(Breakdown breakdown) {
        sheet.blank();
        boolean areBest = breakdown.by() == By.ITEM && !isDetailed;
        sheet.line(bold("By " + breakdown.by().words() + (areBest ? ", the most clicked" : ""), ansi));
        sheet.line("  " + " ".repeat(NAME_WIDTH)
                + "    mails  clicked                  bought                   opted out");
        List<Cell> cells = areBest ? best(breakdown.cells()) : breakdown.cells();
        for (Cell cell : cells.subList(0, Math.min(cells.size(), MOST_CELLS))) {
            Outcomes outcomes = cell.outcomes();
            String name = cell.isOthers() ? "others (" + breakdown.merged() + " small groups)" : cell.name();
            sheet.line("  " + Sheet.padded(Sheet.cut(name, NAME_WIDTH), NAME_WIDTH)
                    + "%,9d  ".formatted(outcomes.mails())
                    + Sheet.padded(told(outcomes.clicked()), SHARE_WIDTH)
                    + Sheet.padded(told(outcomes.bought()), SHARE_WIDTH)
                    + "%.2f %%".formatted(100 * outcomes.unsubscribed().mean()));
        }
        if (cells.size() > MOST_CELLS) {
            sheet.line("  and " + (cells.size() - MOST_CELLS) + " more; --json lists all");
        }
        if (breakdown.peopleLeftOut() > 0 && !areBest) {
            sheet.line("  " + number(breakdown.peopleLeftOut()) + " people in groups of fewer than "
                    + CampaignReport.LEAST_PEOPLE + " are not shown");
        }
    }

    private static List<Cell> best(List<Cell> cells) {
        Comparator<Cell> byClicks =
                Comparator.comparing(cell -> -cell.outcomes().clicked().low());
        return cells.stream()
                .filter(cell -> !cell.isOthers())
                .sorted(byClicks)
                .limit(BEST_ITEMS)
                .toList();
    }

    private static String words(Goal goal) {
        return switch (goal) {
            case CLICK -> "the share of people who clicked";
            case PURCHASE -> "the share of people who bought";
            case REVENUE -> "revenue per person";
        };
    }

    private static String score(Goal goal, Interval score) {
        return goal == Goal.REVENUE
                ? money(score)
                : "%.2f %% (%.2f to %.2f)".formatted(100 * score.mean(), 100 * score.low(), 100 * score.high());
    }

    /** {@code +0.70 (0.07 to 1.18)}, in people of a hundred or in money. */
    static String difference(Goal goal, Interval difference) {
        double unit = goal == Goal.REVENUE ? 1 : 100;
        return "%s (%s to %s)"
                .formatted(
                        Signed.of(unit * difference.mean(), 2),
                        Signed.of(unit * difference.low(), 2),
                        Signed.of(unit * difference.high(), 2));
    }

    /** Of as many mails as a report tells of. */
    static String told(Share share) {
        return CampaignReport.isTold(share.of()) ? percent(share) : "– fewer than " + CampaignReport.LEAST_PEOPLE;
    }

    static String percent(Share share) {
        return share.of() == 0
                ? "–"
                : String.format(
                        Locale.ROOT,
                        "%.2f %% (%.2f to %.2f)",
                        100 * share.mean(),
                        100 * share.low(),
                        100 * share.high());
    }

    static String money(Interval amount) {
        return amount.hasRange()
                ? "%s (%s to %s)"
                        .formatted(
                                Signed.plain(amount.mean(), 2),
                                Signed.plain(amount.low(), 2),
                                Signed.plain(amount.high(), 2))
                : Signed.plain(amount.mean(), 2) + " (no range: fewer than two bought)";
    }

    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String bold(String text, Ansi ansi) {
        return ansi.enabled() ? "\u001b[1m" + text + "\u001b[0m" : text;
    }
}
