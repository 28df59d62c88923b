package org.personalize.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.personalize.measure.Calibration;
import org.personalize.measure.Calibration.Tenth;
import org.personalize.measure.Interval;
import org.personalize.measure.OffPolicy;
import org.personalize.report.Health.Due;
import org.personalize.report.Health.Forecasts;
import org.personalize.report.Health.Week;
import org.personalize.report.WhatIf.Kind;
import org.personalize.report.WhatIf.Way;

/** Made-up figures of what else could have been done, and of a model's health. */
final class SomeInsights {

    private SomeInsights() {}

    static WhatIf whatIf() {
        Interval asSent = range(0.045, 0.002, 47_102);
        return new WhatIf(
                List.of("spring-sale"),
                47_102,
                asSent,
                List.of(
                        new Way(
                                Kind.ONE_HOUR,
                                "19 h",
                                new OffPolicy(
                                        1_412,
                                        903.4,
                                        Optional.of(range(0.041, 0.012, 1_412)),
                                        Optional.of(range(0.040, 0.011, 1_412))),
                                range(0.043, 0.011, 1_412),
                                ""),
                        new Way(
                                Kind.ONE_ITEM,
                                "tent-7",
                                new OffPolicy(2_000, 120.2, Optional.empty(), Optional.empty()),
                                range(0.045, 0.009, 2_000),
                                "in hero and picks"),
                        new Way(
                                Kind.LAST_MODEL,
                                "",
                                new OffPolicy(0, 0, Optional.empty(), Optional.empty()),
                                new Interval(0, 0, 0, 0),
                                "")));
    }

    static Health health() {
        List<Tenth> tenths = IntStream.range(1, 11)
                .mapToObj(i -> new Tenth(
                        0.008 * i - 0.004, 0.008 * i + 0.004, 0.008 * i, range(0.0075 * i + 0.001, 0.006, i == 1 ? 19 : 4_700)))
                .toList();
        List<Week> weeks = List.of(
                new Week(LocalDate.of(2026, 2, 23), 20_000, 0.044, range(0.045, 0.003, 20_000), 0.002),
                new Week(LocalDate.of(2026, 3, 2), 27_000, 0.045, range(0.041, 0.0025, 27_000), 0.004),
                new Week(LocalDate.of(2026, 3, 9), 12, 0.045, range(0.2, 0.2, 12), 0.15));
        return new Health(
                Optional.of(Instant.parse("2026-02-22T20:00:00Z")),
                18,
                0.396,
                Optional.of(0.0031),
                Optional.of(new Forecasts(
                        Instant.parse("2026-02-22T20:00:00Z"),
                        true,
                        47_012,
                        0.0447,
                        range(0.0425, 0.002, 47_012),
                        new Calibration(0.0032, tenths),
                        weeks)),
                Due.OFF);
    }

    private static Interval range(double mean, double reach, long number) {
        return new Interval(mean, mean - reach, mean + reach, number);
    }
}
