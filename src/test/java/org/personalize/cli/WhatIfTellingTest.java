package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.personalize.campaign.Campaign.Goal;
import org.personalize.measure.Calibration;
import org.personalize.measure.Interval;
import org.personalize.measure.OffPolicy;
import org.personalize.measure.Prior;
import org.personalize.plan.Json;
import org.personalize.report.Health;
import org.personalize.report.Health.Due;
import org.personalize.report.Health.Forecasts;
import org.personalize.report.Health.Week;
import org.personalize.report.WhatIf;
import org.personalize.report.WhatIf.Kind;
import org.personalize.report.WhatIf.Way;
import org.personalize.run.VariantLearning;
import org.personalize.run.VariantLearning.Learned;

/** What is told of other ways to decide, of the model and of learning variants, on a terminal and as JSON. */
class WhatIfTellingTest {

    private static final Interval AS_SENT = new Interval(0.03, 0.029, 0.031, 90_000);

    private static final WhatIf WHAT_IF = new WhatIf(
            List.of("digest", "spring"),
            90_000,
            AS_SENT,
            List.of(
                    new Way(
                            Kind.ONE_HOUR,
                            "09–10 h",
                            new OffPolicy(
                                    90_000,
                                    812.4,
                                    Optional.of(new Interval(0.025, 0.02, 0.03, 90_000)),
                                    Optional.of(new Interval(0.0255, 0.021, 0.03, 90_000))),
                            AS_SENT,
                            ""),
                    new Way(
                            Kind.ONE_ITEM,
                            "an-item-with-an-id-that-nobody-would-ever-want-to-read-aloud-".repeat(3),
                            new OffPolicy(900, 40, Optional.empty(), Optional.empty()),
                            AS_SENT,
                            ""),
                    new Way(
                            Kind.LAST_MODEL,
                            "",
                            new OffPolicy(0, 0, Optional.empty(), Optional.empty()),
                            new Interval(0, 0, 0, 0),
                            "no model was trained, and the usual settings stand in")));

    private static final Health HEALTH = new Health(
            Optional.of(Instant.parse("2026-02-01T00:00:00Z")),
            9,
            0.41,
            Optional.of(0.0102),
            Optional.of(new Forecasts(
                    Instant.parse("2026-02-01T00:00:01Z"),
                    false,
                    40_000,
                    0.05,
                    AS_SENT,
                    Calibration.of(new double[] {0.1, 0.2}, new double[] {0, 1}),
                    List.of(new Week(LocalDate.parse("2026-02-02"), 40_000, 0.05, AS_SENT, 0.02)))),
            Due.OFF);

    private static final VariantLearning LEARNING = new VariantLearning(
            Goal.REVENUE,
            Duration.ofHours(72),
            1_200,
            Prior.WEAK,
            List.of(
                    new Learned("plain", 6_000, 2_280, 0.41, 0.14, 0.18),
                    new Learned("p".repeat(60), 6_100, 3_111, 0.52, 0.86, 0.82)));

    private static String told(Consumer<Sheet> telling) {
        var text = new StringWriter();
        try (var out = new PrintWriter(text)) {
            telling.accept(new Sheet(out));
        }
        assertThat(text.toString().lines()).allMatch(line -> line.length() <= Sheet.WIDTH);
        return text.toString().replace('\u00a0', ' ').replaceAll("\\s+", " ");
    }

    private interface Writing {
        void write(Json json) throws IOException;
    }

    private static String json(Writing writing) throws IOException {
        var text = new StringBuilder();
        Json json = Json.compact(text);
        json.object();
        writing.write(json);
        json.end();
        return text.toString();
    }

    @Test
    void everyWayIsToldWithHowSureItIsOrWhyNot() throws IOException {
        assertThat(told(sheet -> WhatIfTelling.of(WHAT_IF, sheet)))
                .contains("As sent, 3.00 % of 90,000 mails were reacted to")
                .contains("09–10 h: 2.50 % (2.00 % to 3.00 %) reacted; 2.55 % (2.10 % to 3.00 %) with the forecast.")
                .contains("As sure as 812 mails sent for it.")
                .contains("refused: 900 mails say as much about it as 40 would")
                .contains("nothing of it was left to chance yet, so that nobody can know. Note: no model was trained");
        assertThat(json(json -> WhatIfTelling.write(WHAT_IF, json)))
                .startsWith(
                        "{\"what_if\":{\"campaigns\":[\"digest\",\"spring\"],\"reaction_hours\":48,\"mails\":90000,")
                .contains("{\"way\":\"one_hour\",\"name\":\"09–10 h\",\"decisions\":90000,\"effective\":812.4,")
                .contains("\"refused\":true", "\"decisions\":0,\"effective\":0.0,\"as_sent\":null,");
    }

    @Test
    void theModelIsToldToLearnAnewWhereItIsOff() throws IOException {
        assertThat(told(sheet -> HealthTelling.of(HEALTH, sheet)))
                .contains("Train: to 100 mails the model expected 5.00 reactions, and 3.00 came (an open counts half),"
                        + " further off than chance explains.")
                .contains("days of events since: 9. 41.00 % of the people who allow profiling have an hour of"
                        + " their own.")
                .contains("week of 2026-02-02 40,000 mails looked at: expected 5.00 %, came 3.00 %");
        assertThat(json(json -> HealthTelling.write(HEALTH, json)))
                .contains("\"model_health\":{\"due\":\"off\",\"is_training_due\":true,")
                .contains("\"tenths\":[{\"expected\":0.100000,");
    }

    @Test
    void aModelThatLearnedFromNoEventsIsNotBehindByDays() throws IOException {
        var blank = new Health(Optional.of(Instant.EPOCH), 20_514, 0, Optional.empty(), Optional.empty(), Due.OLD);
        assertThat(told(sheet -> HealthTelling.of(blank, sheet)))
                .contains("Train: the model has learned from no events, and there are some now.")
                .contains("It has learned from no events. 0.00 % of the people")
                .doesNotContain("20,514", "1970");
        assertThat(json(json -> HealthTelling.write(blank, json)))
                .contains("\"learned_until\":null,\"days_behind\":null,");
    }

    @Test
    void aShareThatWasEstimatedIsNotToldAsOneThatWasCounted() throws IOException {
        var learned = List.of(new Learned("plain", 407, 48, 0.1343, 0.5, 0.5));
        var learning = new VariantLearning(Goal.CLICK, LEARNING.window(), 0, LEARNING.prior(), learned);
        assertThat(told(sheet -> VariantTelling.of(learning, sheet)))
                .contains("48 of 407 mails clicked (11.79 %), estimated from that by the chances of being drawn:"
                        + " 13.43 %;");
    }

    @Test
    void learnedSharesAreToldWithWhatTheyComeFrom() throws IOException {
        assertThat(told(sheet -> VariantTelling.of(LEARNING, sheet)))
                .contains("plain drawn for 18.0 %: 6,000 mails brought 0.38 of revenue each, estimated from that by the"
                        + " chances of being drawn: 0.41; the best with a chance of 14.0 %")
                .contains("A mail is judged 72 hours after it was accepted; 1,200 are younger.");
        assertThat(json(json -> VariantTelling.write(LEARNING, json)))
                .contains(
                        "{\"variant\":\"plain\",\"mails\":6000,\"total\":2280.000000,\"mean\":0.410000,\"chance_of_best\":0.140000,\"share\":0.180000}");
    }
}
