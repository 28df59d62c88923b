package org.personalize.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayOrderTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    @ParameterizedTest
    @CsvSource({
        "3/14/2026, 2026-03-14",
        "03/14/2026 15:20, 2026-03-14 15:20",
        "3/14/2026 3:20 PM, 2026-03-14 15:20",
        "'3/14/2026, 12:05:09 am', 2026-03-14 00:05:09",
        "3/14/2026 12:05 p.m., 2026-03-14 12:05",
        "3/14/2026 15:20:07 +0100, 2026-03-14 15:20:07+0100",
        "3/14/2026 15:20Z, 2026-03-14 15:20Z",
        "2026-03-14, 2026-03-14",
        "14/3/2026, 14/3/2026",
        "3/14/2026 13:20 PM, 3/14/2026 13:20 PM",
        "3/14/2026 25:20, 3/14/2026 25:20",
        "2/30/2026, 2/30/2026",
        "3/14/26, 3/14/26",
        "soon, soon",
    })
    void theMonthIsFirstWhereSomebodySaysSo(String text, String expected) {
        assertThat(DayOrder.MONTH_FIRST.yearFirst(text)).isEqualTo(expected);
        assertThat(DayOrder.UNSAID.yearFirst(text)).isEqualTo(text);
    }

    @Test
    void everyMomentIsReadAsItWasWritten() {
        var random = new Random(7);
        DateTimeFormatter days = DateTimeFormatter.ofPattern("d/M/uuuu HH:mm:ss");
        DateTimeFormatter months = DateTimeFormatter.ofPattern("M/d/uuuu h:mm:ss a", Locale.ENGLISH);
        for (int i = 0; i < 2_000; i++) {
            var moment = ZonedDateTime.ofInstant(
                    java.time.Instant.ofEpochSecond(random.nextLong(946_684_800L, 4_102_444_800L)), ROME);
            long expected = moment.withEarlierOffsetAtOverlap().toEpochSecond();
            assertThat(TimeText.seconds(DayOrder.DAY_FIRST.yearFirst(moment.format(days)), ROME))
                    .isEqualTo(expected);
            assertThat(TimeText.seconds(DayOrder.MONTH_FIRST.yearFirst(moment.format(months)), ROME))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"day/month/year", "month/day/year"})
    void itsWordsAreThoseOfTheFiles(String word) {
        assertThat(DayOrder.of(word).word()).isEqualTo(word);
        assertThat(DayOrder.of(word.replace("year", "yr"))).isEqualTo(DayOrder.UNSAID);
    }

    @Test
    void whoseTextCouldBeEitherIsToldWhatToSay() {
        assertThat(DayOrder.remedy("02/03/2026 10:00")).contains("day/month/year", "month/day/year");
        assertThat(DayOrder.remedy("soon")).isEmpty();
    }
}
