package org.personalize.template;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How values were written last, by language: mails repeat the same numbers and days, and writing one out takes as long as
 * all else that is done with it. A value may be forgotten for another's sake at any time.
 */
final class Written {

    /** For the days of some decades and the counts below ten thousand in a few languages; more would cost memory. */
    private static final int PLACES = 1 << 16;

    private final @Nullable Text[] texts = new @Nullable Text[PLACES];

    private record Text(Object value, Locale locale, String text) {}

    /** Null where it is not known. */
    @Nullable
    String of(Object value, Locale locale) {
        Text known = texts[place(value, locale)];
        return known != null && known.value.equals(value) && known.locale.equals(locale) ? known.text : null;
    }

    void keep(Object value, Locale locale, String text) {
        texts[place(value, locale)] = new Text(value, locale, text);
    }

    private static int place(Object value, Locale locale) {
        return Math.floorMod(Objects.hash(value, locale), PLACES);
    }
}
