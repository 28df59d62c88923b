package org.personalize.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:00:00Z, 2026-03-02T09:00:00Z, true, false",
        "2026-03-02T09:00:00+00:00, 2026-03-02T09:00:00Z, true, false",
        "2026-03-02 09:00:00 +0530, 2026-03-02T03:30:00Z, true, false",
        "2026-03-02T09:00:00.123456-08, 2026-03-02T17:00:00Z, true, false",
        "2026-03-02 09:00 UTC, 2026-03-02T09:00:00Z, true, false",
        "2026-03-02T09:00, 2026-03-02T08:00:00Z, false, false",
        "2026-07-02 09:00:00, 2026-07-02T07:00:00Z, false, false",
        "2026-03-02, 2026-03-01T23:00:00Z, false, true",
        "02.03.2026, 2026-03-01T23:00:00Z, false, true",
        "02.03.2026 09:00, 2026-03-02T08:00:00Z, false, false",
        "2026-03-02T00:00:00Z, 2026-03-02T00:00:00Z, true, true",
        "2026-03-29T02:30:00, 2026-03-29T01:30:00Z, false, false",
        "2026-10-25T02:30:00, 2026-10-25T00:30:00Z, false, false",
        "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z, true, false",
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z, true, true",
        "2100-01-01T12:00:00Z, 2100-01-01T12:00:00Z, true, false",
    })
    void aMomentIsReadWithOrWithoutItsOffset(String text, Instant moment, boolean hasOffset, boolean isMidnight) {
        assertThat(Timestamp.parse(text, BERLIN))
                .isEqualTo(new Timestamp(moment.getEpochSecond(), hasOffset, isMidnight));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "30.02.2026",
                "02.13.2026",
                "02.03.26",
                "2026-02-30T10:00:00Z",
                "2026-3-2",
                "2026-03-02T",
                "2026-03-02T9:00Z",
                "2026-03-02T25:00:00Z",
                "2026-03-02T10:61:00Z",
                "2026-03-02T10:00:00+",
                "2026-03-02T10:00:00+19:00",
                "2026-03-02T10:00:00 o'clock",
                "2026-03-02T10:00:0Z",
                "2026-03-02Z",
                "2026-03-02T10:00:00ZZ",
                "2026-03-02T10:00:00X",
                "٢٠٢٦-٠٣-٠٢",
                "-026-03-02",
                "2026-03-02T::::::",
            })
    void anythingElseIsNone(String text) {
        assertThat(Timestamp.parse(text, BERLIN)).isNull();
    }

    @Test
    void momentsOfAWholeYearAreReadAsJavaReadsThem() {
        for (long second = 1_767_225_600L; second < 1_798_761_600L; second += 98_765) {
            String text = Instant.ofEpochSecond(second).toString();
            assertThat(Timestamp.parse(text, BERLIN))
                    .extracting(t -> t == null ? -1 : t.second())
                    .as(text)
                    .isEqualTo(second);
        }
    }
}
