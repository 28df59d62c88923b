package org.personalize.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.personalize.campaign.Campaign;
import org.personalize.history.History;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Promise.Shown;
import org.personalize.measure.Interval;
import org.personalize.report.WhatIf;
import org.personalize.report.WhatIf.Kind;
import org.personalize.report.WhatIf.Way;
import org.personalize.village.SmallCampaign;

/** Mails whose hour, variant and last item were drawn, in a village where it is known what each of them is worth. */
class OtherwiseTest {

    private static final Instant NINE = Instant.parse("2026-02-16T09:00:00Z");
    private static final Instant LATER = NINE.plus(Duration.ofDays(9));
    private static final int HOURS = 3;

    @TempDir
    Path folder;

    private final Village village = new Village();

    private void live(int mails, long seed) {
        var random = new Random(seed);
        for (int i = 0; i < mails; i++) {
            int hour = random.nextInt(HOURS);
            boolean isPicked = random.nextDouble() < 0.25;
            boolean isMap = random.nextBoolean();
            Instant at = NINE.plus(Duration.ofHours(hour));
            Map<String, List<Shown>> slots = Map.of(
                    "picks", List.of(new Shown("tent", "popular"), new Shown(isMap ? "map" : "rope", "popular", 0.5)));
            String id = village.mailed(at, isPicked ? "picked" : "plain", isPicked ? 0.25 : 0.75, 1.0 / HOURS, slots);
            double chance = 0.05 + (hour == 2 ? 0.15 : 0) + (isPicked ? 0.1 : 0) + (isMap ? 0.05 : 0);
            if (random.nextDouble() < chance) {
                village.did(id, "click", at.plusSeconds(600), "spring", "");
            }
        }
    }

    private WhatIf whatIf(Instant now) throws Exception {
        Campaign campaign = SmallCampaign.in(folder)
                .variants(List.of("plain", "picked"), Map.of("plain", 0.75, "picked", 0.25))
                .campaign();
        History history = village.history();
        try (Ledger ledger = village.ledger(folder)) {
            return Otherwise.of(village.past(campaign, history), ledger, List.of("spring"), now);
        }
    }

    private static Way way(WhatIf whatIf, Kind kind, String name) {
        return whatIf.ways().stream()
                .filter(way -> way.kind() == kind && way.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void assertHolds(Way way, double truth) {
        for (Interval interval : List.of(
                way.value().selfNormalised().orElseThrow(),
                way.value().doublyRobust().orElseThrow())) {
            assertThat(interval.low()).as(way.toString()).isLessThan(truth);
            assertThat(interval.high()).as(way.toString()).isGreaterThan(truth);
            assertThat(interval.high() - interval.low()).isLessThan(0.1);
        }
    }

    @Test
    void whatIsWorthMoreIsFoundAndWorthWhatItIs() throws Exception {
        live(6_000, 5);
        WhatIf whatIf = whatIf(LATER);
        assertThat(whatIf.mails()).isEqualTo(6_000);
        assertHolds(way(whatIf, Kind.ONE_HOUR, "11–12 h"), 0.05 + 0.15 + 0.025 + 0.025);
        assertHolds(way(whatIf, Kind.ONE_ITEM, "map"), 0.05 + 0.05 + 0.05 + 0.025);
        assertHolds(way(whatIf, Kind.ONE_VARIANT, "picked"), 0.05 + 0.05 + 0.1 + 0.025);
        assertHolds(way(whatIf, Kind.ONE_VARIANT, "plain"), 0.05 + 0.05 + 0.025);
        assertThat(way(whatIf, Kind.LAST_MODEL, "").note()).contains("no model was trained");
    }

    @Test
    void tooLittleIsRefusedAndSaidSo() throws Exception {
        live(600, 5);
        WhatIf whatIf = whatIf(LATER);
        assertThat(way(whatIf, Kind.ONE_VARIANT, "picked").refusal().orElseThrow())
                .contains("refused: 600 mails say as much");
        assertThat(whatIf.ways()).filteredOn(way -> way.kind() == Kind.ONE_HOUR).allMatch(Way::isRefused);
    }

    @Test
    void mailsThatAreTooYoungAreNotJudged() throws Exception {
        live(50, 5);
        assertThat(whatIf(NINE.plus(Duration.ofHours(48))).mails()).isBetween(10L, 25L);
    }

    @Test
    void withoutChanceNothingIsSaid() throws Exception {
        village.mailed(NINE, "plain", 1, 1, Map.of());
        WhatIf whatIf = whatIf(LATER);
        assertThat(whatIf.mails()).isEqualTo(1);
        assertThat(whatIf.ways())
                .allSatisfy(
                        way -> assertThat(way.refusal().orElseThrow()).contains("nothing of it was left to chance"));
        assertThat(way(whatIf, Kind.ONE_HOUR, "").value().decisions()).isZero();
    }
}
