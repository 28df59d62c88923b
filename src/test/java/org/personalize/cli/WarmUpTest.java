package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a relay takes is planned for as soon as the campaign says it. */
class WarmUpTest extends InTheShop {

    @Test
    void whatARelayTakesAtFirstIsPlannedForBeforeTheRelayIsKnown() throws IOException {
        shop.write(
                "spring.yaml",
                shop.read("spring.yaml") + "smtp: {warm_up: [1, 2]}\n"
                        + "schedule: {start: 2026-03-03T07:00, end: 2026-03-05T21:00}\n");
        assertThat(terminal.type("plan", "spring.yaml", "--dry-run", "--out", "plan.csv"))
                .as(terminal.err())
                .isZero();
        Map<String, Long> byDay = shop.read("plan.csv")
                .lines()
                .filter(line -> line.contains(",planned,"))
                .map(line -> line.split(",", -1)[5].substring(0, "2026-03-03".length()))
                .collect(Collectors.groupingBy(day -> day, Collectors.counting()));
        assertThat(byDay).isEqualTo(Map.of("2026-03-03", 1L, "2026-03-04", 2L));
    }
}
