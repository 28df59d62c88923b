package org.personalize.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T10:00:00Z, 2026-01-05T10:00:00Z",
        "2026-01-05T10:00:00+02:00, 2026-01-05T08:00:00Z",
        "2026-01-05T10:00:00-0530, 2026-01-05T15:30:00Z",
        "2026-01-05 10:00:00 +02, 2026-01-05T08:00:00Z",
        "2026-01-05 10:00:00 UTC, 2026-01-05T10:00:00Z",
        "2026-01-05T10:00:00.123456Z, 2026-01-05T10:00:00Z",
        "2026-01-05T10:00:00, 2026-01-05T09:00:00Z",
        "2026-07-05 10:00:00, 2026-07-05T08:00:00Z",
        "2026-07-05 10:00, 2026-07-05T08:00:00Z",
        "2026-01-05, 2026-01-04T23:00:00Z",
        "2026/01/05 10:00, 2026-01-05T09:00:00Z",
        "05.01.2026 10:00, 2026-01-05T09:00:00Z",
        "5.1.2026 9:05, 2026-01-05T08:05:00Z",
        "'05.01.2026, 10:00:07', 2026-01-05T09:00:07Z",
        "05.01.2026, 2026-01-04T23:00:00Z",
        "1767607200, 2026-01-05T10:00:00Z",
        "1767607200123, 2026-01-05T10:00:00Z",
        "2026-03-29T02:30:00, 2026-03-29T01:30:00Z",
        "2026-10-25T02:30:00, 2026-10-25T00:30:00Z",
    })
    void momentsAreReadAsExportsWriteThem(String text, Instant moment) {
        assertThat(TimeText.seconds(text, BERLIN)).isEqualTo(moment.getEpochSecond());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "12",
                "2026",
                "2026-13-01",
                "01/05/2026 10:00",
                "05.13.2026",
                "05.01.26 10:00",
                "5.1",
                "2026-02-30",
                "2026-01-05T",
                "2026-01-05T25:00",
                "2026-01-05T10:61",
                "2026-01-05T10:00:00+99:00",
                "2026-01-05T10:00:00Zx",
                "2026-01-05T10:00:00.",
                "2026-1-5",
                "2026-01-05T10:00:61"
            })
    void whatIsNoMomentIsSaidToBeNone(String text) {
        assertThat(TimeText.seconds(text, BERLIN)).isEqualTo(TimeText.NO_MOMENT);
    }

    @Test
    void aMomentSaysWhetherItNamesItsPlace() {
        assertThat(TimeText.isZoned("2026-01-05T10:00:00Z")).isTrue();
        assertThat(TimeText.isZoned("2026-01-05T10:00:00-05:00")).isTrue();
        assertThat(TimeText.isZoned("1767607200")).isTrue();
        assertThat(TimeText.isZoned("2026-01-05T10:00:00")).isFalse();
        assertThat(TimeText.isZoned("2026-01-05")).isFalse();
    }
}
