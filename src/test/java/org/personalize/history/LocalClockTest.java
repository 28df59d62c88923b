package org.personalize.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalClockTest {

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Apia", "Asia/Kolkata", "+05:45"})
    void itShowsWhatTheCalendarSaysInWhateverOrderItIsAsked(String zone) {
        var random = new Random(11);
        var clock = new LocalClock(ZoneId.of(zone));
        for (int i = 0; i < 5_000; i++) {
            long second = random.nextLong(1L << Integer.SIZE);
            ZonedDateTime local = Instant.ofEpochSecond(second).atZone(ZoneId.of(zone));
            assertThat(clock.hour(second)).as(local.toString()).isEqualTo(local.getHour());
            assertThat(clock.day(second)).isEqualTo((int) local.toLocalDate().toEpochDay());
            assertThat(clock.weekday(second)).isEqualTo(local.getDayOfWeek().getValue() - 1);
        }
    }

    @Test
    void itGoesForwardWithinTheSecondInWhichClocksDo() {
        var clock = new LocalClock(ZoneId.of("Europe/Berlin"));
        long spring = Instant.parse("2026-03-29T01:00:00Z").getEpochSecond();
        assertThat(clock.hour(spring - 1)).isEqualTo(1);
        assertThat(clock.hour(spring)).isEqualTo(3);
        assertThat(clock.hour(spring - 1)).isEqualTo(1);
    }
}
