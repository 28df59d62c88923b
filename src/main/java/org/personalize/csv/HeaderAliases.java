package org.personalize.csv;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Headers that other systems write, and what we call them. A header is compared without case, blanks and punctuation, so
 * that " E-Mail Address" and "email_address" are the same.
 *
 * @param canonicalByHeader keys already reduced to lower-case letters and digits
 */
public record HeaderAliases(Map<String, String> canonicalByHeader) {

    /** For tables whose columns are known by their own names only. */
    public static final HeaderAliases NONE = new HeaderAliases(Map.of());

    public HeaderAliases {
        canonicalByHeader = Map.copyOf(canonicalByHeader);
    }

    /** A header reduced to its lower-case letters and digits, by which it is compared. */
    public static String key(String header) {
        if (isKey(header)) {
            return header;
        }
        String text = Normalizer.normalize(header, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isKey(String header) {
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }
}
