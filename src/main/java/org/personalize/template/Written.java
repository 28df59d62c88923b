package org.personalize.template;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How values were written last, by language: mails repeat the same numbers and days, and writing one out takes as long as
 * all else that is done with it. A value may be forgotten for another's sake at any time.
 */
final class Written {

    /** For the days of some decades and the counts below ten thousand in a few languages; more would cost memory. */
    private static final int PLACES_BITS = 16;

    /** The golden ratio's fraction of all 32-bit numbers. */
    private static final int SPREAD = 0x9E3779B9;

    private final @Nullable Text[] texts = new @Nullable Text[1 << PLACES_BITS];

    private record Text(Object value, Locale locale, String text) {
        boolean is(Object wanted, Locale language) {
            return value.equals(wanted) && locale.equals(language);
        }
    }

    /** Null where it is not known. */
    @Nullable
    String of(Object value, Locale locale) {
        int place = place(value, locale);
        Text first = texts[place];
        if (first != null && first.is(value, locale)) {
            return first.text;
        }
        Text second = texts[place ^ 1];
        return second != null && second.is(value, locale) ? second.text : null;
    }

    /** The value that it takes the place of moves to the one beside it. */
    void keep(Object value, Locale locale, String text) {
        int place = place(value, locale);
        Text before = texts[place];
        if (before != null) {
            texts[place ^ 1] = before;
        }
        texts[place] = new Text(value, locale, text);
    }

    /** Spread over all places, as the hashes of whole numbers that are kept as fractions differ in few bits. */
    private static int place(Object value, Locale locale) {
        return (31 * value.hashCode() + locale.hashCode()) * SPREAD >>> Integer.SIZE - PLACES_BITS;
    }
}
