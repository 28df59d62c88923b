package org.personalize.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalize.template.Workshop.customer;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.text.DateFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered of how a value was written must never show. */
class WrittenTest {

    private static final long SEED = 20261121;
    private static final int VALUES = 30_000;
    private static final int DAYS = 80_000;

    private static final List<Locale> LOCALES = List.of(
            Locale.ENGLISH,
            Locale.GERMAN,
            Locale.FRENCH,
            Locale.forLanguageTag("ar-EG"),
            Locale.forLanguageTag("th-TH"));
    private static final List<String> ZONES = List.of(
            "UTC", "Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kolkata", "America/Sao_Paulo", "Europe/Berlin");

    @TempDir
    Path folder;

    @Test
    void aNumberReadsAsIfItHadBeenWrittenAnew() throws RenderFailure {
        Template line = new Workshop(folder).line("${customer.n}");
        var random = new Random(SEED);
        for (int i = 0; i < VALUES; i++) {
            Number number = number(random);
            Locale locale = LOCALES.get(random.nextInt(LOCALES.size()));
            assertThat(line.render(customer("n", number), locale, ZoneId.of("UTC"))
                            .output())
                    .as("seed %d, %s in %s", SEED, number, locale)
                    .isEqualTo(NumberFormat.getNumberInstance(locale).format(number));
        }
    }

    /** Whole numbers as fractions, whose hashes differ in few bits. */
    @Test
    void mostOfSomeThousandNumbersAreRememberedInEveryLanguage() {
        var written = new Written();
        for (int i = 0; i < 10_000; i++) {
            for (Locale locale : LOCALES.subList(0, 3)) {
                written.keep((double) i, locale, locale.getLanguage() + i);
            }
        }
        int known = 0;
        for (int i = 0; i < 10_000; i++) {
            for (Locale locale : LOCALES.subList(0, 3)) {
                String text = written.of((double) i, locale);
                if (text != null) {
                    known++;
                    assertThat(text).isEqualTo(locale.getLanguage() + i);
                }
            }
        }
        assertThat(known).isGreaterThan(25_000);
    }

    private static Number number(Random random) {
        int small = random.nextInt(5000) - 2500;
        return switch (random.nextInt(4)) {
            case 0 -> small;
            case 1 -> (long) small;
            case 2 -> BigDecimal.valueOf(small, random.nextInt(5));
            default -> BigDecimal.valueOf(random.nextLong(), random.nextInt(8));
        };
    }

    @Test
    void aDayReadsAsIfItHadBeenWrittenAnew() throws RenderFailure {
        Template line = new Workshop(folder).line("${customer.day}");
        var random = new Random(SEED);
        for (int i = 0; i < VALUES; i++) {
            LocalDate day = LocalDate.of(1900, 1, 2).plusDays(random.nextInt(DAYS));
            Locale locale = LOCALES.get(random.nextInt(LOCALES.size()));
            ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            DateFormat format = DateFormat.getDateInstance(DateFormat.DEFAULT, locale);
            format.setTimeZone(TimeZone.getTimeZone(zone));
            assertThat(line.render(customer("day", day), locale, zone).output())
                    .as("seed %d, %s in %s, %s", SEED, day, locale, zone)
                    .isEqualTo(format.format(Date.from(day.atStartOfDay(zone).toInstant())));
        }
    }
}
