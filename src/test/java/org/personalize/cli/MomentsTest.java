package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MomentsTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void twoMomentsOfOneMinuteAreToldOnce() {
        assertThat(Moments.told(NINE, NINE.plusSeconds(59))).isEqualTo("2026-03-02 09:00 UTC");
        assertThat(Moments.told(NINE, NINE.plusSeconds(60))).isEqualTo("2026-03-02 09:00 UTC to 2026-03-02 09:01 UTC");
    }
}
