package org.personalize.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.personalize.measure.Interval;
import org.personalize.measure.OffPolicy;
import org.personalize.plan.Json;
import org.personalize.problem.Signed;
import org.personalize.run.Backtest.Agreed;
import org.personalize.run.Backtest.Forecast;
import org.personalize.run.Backtest.Result;
import org.personalize.run.Backtest.Score;
import org.personalize.run.Backtest.Week;

/** Tells what came of living weeks through again, for people or as JSON. */
final class BacktestTelling {

    private static final String HONESTY =
            "This is how far plans agree with what people did anyway, not what the mail would have changed.";

    private static final int DECIMALS = 6;

    private final Sheet sheet;

    private BacktestTelling(Sheet sheet) {
        this.sheet = sheet;
    }

    static void of(Result result, Door door, boolean isJson) throws IOException {
        if (isJson) {
            json(result, Json.pretty(door.out()));
        } else {
            new BacktestTelling(new Sheet(door.out())).text(result);
        }
    }

    private void text(Result result) {
        List<Week> weeks = result.weeks();
        Week last = weeks.get(weeks.size() - 1);
        sheet.wrapped(
                "",
                result.campaign() + ": " + counted(weeks.size(), "week") + " lived through again, from "
                        + weeks.get(0).week().monday() + " to "
                        + last.week().monday().plusDays(6)
                        + ". On each Monday the models learned from what was known then and planned by the campaign's"
                        + " own rules, and so did two simple ways of deciding.");
        sheet.blank();
        agreed(
                "When: of the times that people were there, those within an hour of their planned hour",
                "without a schedule nobody's hour is chosen, or nobody was seen afterwards",
                result.hours());
        agreed(
                result.isBuyingMeant()
                        ? "What: of the people who bought something, those who were shown what they bought"
                        : "What: of the people who took something, those who were shown what they took",
                "without slots no items are chosen, or nobody took anything afterwards",
                result.items());
        forecast(result);
        logged(result.logged());
        sheet.blank();
        weeks(result);
        sheet.blank();
        sheet.wrapped("", HONESTY);
    }

    private void agreed(String what, String nothing, Agreed agreed) {
        sheet.wrapped("", what + (agreed.people() == 0 ? "" : " (" + counted(agreed.people(), "person") + ")"));
        if (agreed.people() == 0) {
            sheet.wrapped("  ", "not measured: " + nothing);
        }
        String lead = "";
        for (Score score : agreed.people() == 0 ? List.<Score>of() : agreed.scores()) {
            sheet.line("  " + Sheet.padded(score.policy(), 17) + percent(score.mean())
                    + (lead.isEmpty() ? "" : lead + lead(score.lead())));
            lead = "   the models: ";
        }
        sheet.blank();
    }

    private static String lead(Interval lead) {
        String points = points(lead);
        boolean isClear = lead.low() > 0 || lead.high() < 0;
        return isClear ? points : points + ", not distinguishable";
    }

    private void forecast(Result result) {
        Forecast forecast = result.forecast();
        if (result.hours().people() > 0) {
            sheet.wrapped(
                    "How far the forecasts were off: ",
                    String.format(
                            Locale.ROOT,
                            "the models said %.1f %% for their own hours, and %.1f %% came: %s.",
                            100 * forecast.said(),
                            100 * forecast.came().mean(),
                            points(forecast.off())));
        }
    }

    /** {@code +0.7 points (−0.1 to +1.5)}. */
    private static String points(Interval difference) {
        return "%s points (%s to %s)"
                .formatted(
                        Signed.of(100 * difference.mean(), 1),
                        Signed.of(100 * difference.low(), 1),
                        Signed.of(100 * difference.high(), 1));
    }

    private void logged(OffPolicy logged) {
        Optional<Interval> plain = logged.selfNormalised();
        Optional<Interval> robust = logged.doublyRobust();
        if (plain.isEmpty() || robust.isEmpty()) {
            sheet.wrapped(
                    "By logged chances: ",
                    String.format(
                            Locale.ROOT,
                            "too little to say what the models' hours would have earned: %,d mails of these weeks have a"
                                    + " logged chance, worth %,.0f that went out as the models would have it; %,.0f are"
                                    + " needed.",
                            logged.decisions(),
                            Math.floor(logged.effective()),
                            OffPolicy.LEAST_EFFECTIVE));
        } else {
            sheet.wrapped(
                    "By logged chances: ",
                    String.format(
                            Locale.ROOT,
                            "at the models' hours %s of mails would have been followed or bought after; put right by a"
                                    + " forecast, %s. %,d mails, worth %,.0f.",
                            percent(plain.get()).strip(),
                            percent(robust.get()).strip(),
                            logged.decisions(),
                            logged.effective()));
        }
    }

    private void weeks(Result result) {
        sheet.line("                         when                          what");
        sheet.line("  week of      planned     there models   same habits      took models   same habits");
        for (Week week : result.weeks()) {
            sheet.line(String.format(
                    Locale.ROOT,
                    "  %s %,9d %s %s",
                    week.week().monday(),
                    week.planned(),
                    row(week.hours()),
                    row(week.items())));
        }
    }

    private static String row(Agreed agreed) {
        var row = new StringBuilder(String.format(Locale.ROOT, "%,9d", agreed.people()));
        for (Score score : agreed.scores()) {
            row.append(
                    agreed.people() == 0
                            ? "      –"
                            : String.format(
                                    Locale.ROOT, " %5.1f%%", 100 * score.mean().mean()));
        }
        return row.toString();
    }

    private static String percent(Interval share) {
        return String.format(
                Locale.ROOT,
                "%5.1f %% (%.1f to %.1f)",
                100 * share.mean(),
                100 * Math.max(0, share.low()),
                100 * Math.min(1, share.high()));
    }

    private static String counted(long number, String noun) {
        String many = noun.equals("person") ? "people" : noun + "s";
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? noun : many);
    }

    private static void json(Result result, Json json) throws IOException {
        json.object().field("campaign", result.campaign());
        json.name("weeks").array();
        for (Week week : result.weeks()) {
            json.object().field("monday", week.week().monday().toString()).field("planned", week.planned());
            agreed(json, "hours", week.hours());
            agreed(json, "items", week.items());
            json.end();
        }
        json.end();
        agreed(json, "hours", result.hours());
        agreed(json, "items", result.items());
        json.field("items_are", result.isBuyingMeant() ? "bought" : "wanted");
        json.name("forecast").object().name("said").number(result.forecast().said(), DECIMALS);
        interval(json, "came", result.forecast().came());
        interval(json, "off", result.forecast().off());
        json.end();
        logged(json, result.logged());
        json.name("notices").array();
        for (String notice : result.notices()) {
            json.text(notice);
        }
        json.end().end();
    }

    private static void agreed(Json json, String name, Agreed agreed) throws IOException {
        json.name(name).object().field("people", agreed.people());
        json.name("policies").array();
        for (Score score : agreed.scores()) {
            json.object().field("policy", score.policy());
            interval(json, "share", score.mean());
            interval(json, "lead_of_models", score.lead());
            json.end();
        }
        json.end().end();
    }

    private static void logged(Json json, OffPolicy logged) throws IOException {
        json.name("logged_chances").object();
        json.field("decisions", logged.decisions());
        json.name("effective_sample").number(logged.effective(), DECIMALS);
        json.field("least_effective_sample", (long) OffPolicy.LEAST_EFFECTIVE);
        if (logged.selfNormalised().isPresent()) {
            interval(json, "self_normalised", logged.selfNormalised().get());
        }
        if (logged.doublyRobust().isPresent()) {
            interval(json, "doubly_robust", logged.doublyRobust().get());
        }
        json.end();
    }

    private static void interval(Json json, String name, Interval interval) throws IOException {
        json.name(name)
                .object()
                .name("mean")
                .number(interval.mean(), DECIMALS)
                .name("low")
                .number(interval.low(), DECIMALS)
                .name("high")
                .number(interval.high(), DECIMALS)
                .end();
    }
}
