package org.personalize.deliver;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a relay offers, as it said in its answer to EHLO; nothing where it knows none. Asked for several times a mail,
 * so it is looked up once.
 *
 * @param largest the largest message it takes, in bytes; 0 where it did not say
 */
record Offers(boolean pipelining, boolean eightBit, boolean utf8, boolean size, long largest) {

    private static final Pattern BYTES = Pattern.compile("[0-9]{1,18}");

    static Offers of(Opening opening) {
        @Nullable String largest = opening.getExtensionParameter("SIZE");
        return new Offers(
                opening.supportsExtension("PIPELINING"),
                opening.supportsExtension("8BITMIME"),
                opening.supportsExtension("SMTPUTF8"),
                opening.supportsExtension("SIZE"),
                largest == null || !BYTES.matcher(largest).matches() ? 0 : Long.parseLong(largest));
    }
}
