package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.personalize.measure.Calibration;
import org.personalize.measure.Forecast;
import org.personalize.measure.Interval;
import org.personalize.measure.Sight;
import org.personalize.measure.Sight.Question;
import org.personalize.plan.Costs;
import org.personalize.plan.Costs.Alternative;
import org.personalize.plan.Costs.Rule;
import org.personalize.plan.Json;
import org.personalize.plan.Sharing;
import org.personalize.report.Health.Forecasts;
import org.personalize.run.Foresight;

class ForesightTellingTest {

    private static final Costs COSTS = new Costs(
            true,
            100_000,
            10_000,
            new Interval(5_000, 4_900, 5_100, 10_000),
            List.of(
                    new Alternative(Rule.HOURLY_LIMIT, new Interval(60, 40, 80, 10_000)),
                    new Alternative(Rule.QUIET_HOURS, new Interval(3, -2, 8, 10_000)),
                    new Alternative(Rule.OWN_HOURS, new Interval(-400, -500, -300, 10_000))),
            Optional.of(new Costs.Items(
                    new Interval(2_000, 1_900, 2_100, 10_000), new Interval(-200, -260, -140, 10_000))));

    private static final Forecasts PAST = new Forecasts(
            Instant.parse("2026-02-02T00:00:00Z"),
            false,
            2_000,
            0.031,
            new Interval(0.029, 0.022, 0.036, 2_000),
            new Calibration(0.004, List.of()),
            List.of());

    private static final Foresight FORESIGHT = new Foresight(
            Optional.of(COSTS),
            List.of(Sight.of(Question.MAIL, false, 9_500, 500, 0.03)),
            Optional.of(new Sharing(100_000, 0, 5_000, 5_000)),
            Optional.of(PAST),
            List.of(new Forecast("Items near the top", "last month", new Calibration(0.004, List.of()))));

    @Test
    void aForecastIsCalledOneAndSaysWhatEachRuleCosts() {
        String told = told(FORESIGHT);

        assertThat(told)
                .contains("so that no other way of sharing them out would be")
                .contains("What the rules cost: the model's estimate, not a result")
                .contains("this plan                       about 5,000 reactions (4,900 to 5,100)")
                .contains("without the hourly limit        +60 reactions (+40 to +80)")
                .contains("without quiet hours             +3 reactions (−2 to +8); no difference can be told")
                .contains("one hour for everybody          −400 reactions (−500 to −300)")
                .contains("the most popular items for all  −10.0 % of the items shown that are wanted (−13.0 to −7.0)")
                .contains("its chances were off on average: Items near the top by");
        assertThat(told.lines()).allMatch(line -> line.length() <= Sheet.WIDTH);
    }

    @Test
    void whereNoMailWasLearnedFromOnlySharesAreTold() {
        var relative =
                new Costs(false, COSTS.people(), COSTS.looked(), COSTS.plan(), COSTS.alternatives(), Optional.empty());
        String told =
                told(new Foresight(Optional.of(relative), List.of(), Optional.empty(), Optional.empty(), List.of()));

        assertThat(told)
                .contains("this plan                       100 %")
                .contains("without the hourly limit        +1.2 % (+0.8 to +1.6)")
                .contains("No mail is old enough to say how far estimates were off for mails that went out;")
                .doesNotContain("reactions")
                .doesNotContain("be able to see");
    }

    @Test
    void whatIsRoundedToNothingHasNoSign() {
        assertThat(relative(Rule.QUIET_HOURS, new Interval(-1, -9, 7, 10_000)))
                .contains("without quiet hours             0.0 % (−0.2 to +0.1); no difference can be told");
    }

    @Test
    void aRuleThatChangesNobodysHourCostsNothing() {
        assertThat(relative(Rule.QUIET_HOURS, new Interval(0, 0, 0, 10_000)))
                .contains("without quiet hours             nothing: no hour is worth more without it\n");
        assertThat(relative(Rule.OWN_HOURS, new Interval(0, 0, 0, 10_000)))
                .contains("one hour for everybody          nothing: it is worth as much\n");
    }

    @Test
    void howAPlanCanBeWorthLessWithoutARuleIsSaid() {
        String why =
                "Below zero without a rule: the hours it keeps closed looked better in some weeks than they were in"
                        + " the weeks between, so that the rule costs nothing.";

        assertThat(relative(Rule.QUIET_HOURS, new Interval(-1_460, -1_800, -1_120, 24)))
                .contains("without quiet hours             −29.2 % (−36.0 to −22.4)")
                .satisfies(told -> assertThat(told.replaceAll("\\s+", " ")).contains(why));
        assertThat(relative(Rule.OWN_HOURS, new Interval(-400, -500, -300, 10_000)))
                .doesNotContain("Below zero");
    }

    @Test
    void whatATestWillSeeIsToldInPeople() {
        String told = told(FORESIGHT).replaceAll("\\s+", " ");

        assertThat(told)
                .contains(
                        "For 2,000 mails that went out since 2 February 2026 the model expects 3.10 reactions to 100 now,"
                                + " from what was known then, and 2.90 came.");

        assertThat(told)
                .contains("With no_mail: 5%, 9,500 with mail and 500 without:")
                .contains("Of 100 people 3.00 buy in a week, as far as the past tells. A difference of 2.74 in 100 or"
                        + " more would be seen 8 times in 10;");
    }

    @Test
    void jsonHoldsTheSame() throws IOException {
        var text = new StringBuilder();
        Json json = Json.compact(text);
        json.object();
        ForesightTelling.write(FORESIGHT, json);
        json.end();

        assertThat(text.toString())
                .contains("\"label\":\"model's estimate, not a result\"")
                .contains("\"without_quiet_hours\":{\"mean\":3.000000,\"low\":-2.000000,\"high\":8.000000}")
                .contains("\"question\":\"mail\",\"treated\":9500,\"others\":500,\"rate\":0.030000");
    }

    private static String relative(Rule rule, Interval more) {
        var costs =
                new Costs(false, 100_000, 10_000, COSTS.plan(), List.of(new Alternative(rule, more)), Optional.empty());
        return told(new Foresight(Optional.of(costs), List.of(), Optional.empty(), Optional.empty(), List.of()));
    }

    private static String told(Foresight foresight) {
        var text = new StringWriter();
        try (var out = new PrintWriter(text)) {
            ForesightTelling.of(foresight, out);
        }
        return text.toString();
    }
}
