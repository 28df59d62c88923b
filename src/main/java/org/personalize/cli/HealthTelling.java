package org.personalize.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import org.personalize.measure.Calibration.Tenth;
import org.personalize.plan.Json;
import org.personalize.report.Health;
import org.personalize.report.Health.Forecasts;
import org.personalize.report.Health.Week;

/** Tells how the model does on mails that went out, and whether it should learn anew. */
final class HealthTelling {

    private static final int DECIMALS = 6;

    private HealthTelling() {}

    static void of(Health health, Sheet sheet) {
        sheet.blank();
        sheet.line("The model");
        sheet.wrapped("  ", health.sentence());
        health.learnedUntil().ifPresent(until -> sheet.wrapped("  ", basis(health, until)));
        health.forecasts().ifPresent(forecasts -> tell(forecasts, sheet));
    }

    private static String basis(Health health, Instant until) {
        String learned = health.hasLearnedNothing() ? "It has learned from no events. " : learned(health, until);
        String heldOut = health.heldOutError()
                .map(error -> " On time held out in training, its chances were off by %s on average."
                        .formatted(percent(error)))
                .orElse("");
        return learned + percent(health.personalHours())
                + " of the people who allow profiling have an hour of their own." + heldOut;
    }

    private static String learned(Health health, Instant until) {
        return "It has learned from events until " + ExplainTelling.day(until)
                + (health.daysBehind() == 0
                        ? ", and less than a day of events came since. "
                        : "; days of events since: %,d. ".formatted(health.daysBehind()));
    }

    private static void tell(Forecasts forecasts, Sheet sheet) {
        sheet.wrapped(
                "  ",
                "Forecasts of reactions, made by today's model from what was known on %s, for %,d mails that went out since: off by %s on average over tenths of the mails.%s"
                        .formatted(
                                ExplainTelling.day(forecasts.knownUntil()),
                                forecasts.mails(),
                                percent(forecasts.calibration().error()),
                                forecasts.areLearnedFrom()
                                        ? " The model has learned from some of these mails since, which flatters it."
                                        : ""));
        for (Week week : forecasts.weeks()) {
            sheet.wrapped(
                    "    week of %s  ".formatted(week.monday()),
                    "%,d mails looked at: expected %s, came %s (%s to %s)"
                            .formatted(
                                    week.mails(),
                                    percent(week.said()),
                                    percent(week.came().mean()),
                                    percent(week.came().low()),
                                    percent(week.came().high())));
        }
    }

    private static String percent(double share) {
        return VariantTelling.fine(share);
    }

    /** As a field of the object that is open. */
    static void write(Health health, Json json) throws IOException {
        json.name("model_health").object();
        json.field("due", health.due().name().toLowerCase(Locale.ROOT))
                .field("is_training_due", health.isTrainingDue())
                .field("sentence", health.sentence());
        if (health.learnedUntil().isPresent()) {
            learned(health, health.learnedUntil().get(), json);
            json.name("personal_hours").number(health.personalHours(), DECIMALS);
        }
        if (health.heldOutError().isPresent()) {
            json.name("held_out_error").number(health.heldOutError().get(), DECIMALS);
        }
        if (health.forecasts().isPresent()) {
            write(health.forecasts().get(), json);
        }
        json.end();
    }

    private static void learned(Health health, Instant until, Json json) throws IOException {
        if (health.hasLearnedNothing()) {
            json.name("learned_until").nothing().name("days_behind").nothing();
        } else {
            json.field("learned_until", until.toString()).field("days_behind", health.daysBehind());
        }
    }

    /** As a field of the object that is open. */
    static void write(Forecasts forecasts, Json json) throws IOException {
        json.name("forecasts").object();
        json.field("known_until", forecasts.knownUntil().toString())
                .field("learned_from_these", forecasts.areLearnedFrom())
                .field("mails", forecasts.mails());
        json.name("expected").number(forecasts.said(), DECIMALS);
        WhatIfTelling.write("came", forecasts.came(), json);
        json.name("error").number(forecasts.calibration().error(), DECIMALS);
        json.name("tenths").array();
        for (Tenth tenth : forecasts.calibration().tenths()) {
            json.object();
            json.name("expected").number(tenth.chance(), DECIMALS);
            WhatIfTelling.write("came", tenth.outcome(), json);
            json.field("mails", tenth.outcome().number()).end();
        }
        json.end().name("weeks").array();
        for (Week week : forecasts.weeks()) {
            json.object().field("monday", week.monday().toString()).field("mails", week.mails());
            json.name("expected").number(week.said(), DECIMALS);
            WhatIfTelling.write("came", week.came(), json);
            json.name("error").number(week.error(), DECIMALS);
            json.end();
        }
        json.end().end();
    }
}
