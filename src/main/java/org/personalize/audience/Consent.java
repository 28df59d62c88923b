package org.personalize.audience;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What counts as a yes. Everything else is a no, a blank too; in a column of those who opted out it is the other way round. */
final class Consent {

    private static final Set<String> YES =
            Set.of("yes", "y", "true", "t", "1", "on", "subscribed", "opt-in", "ja", "oui", "s\u00ed");

    private static final Set<String> NO = Set.of(
            "no",
            "n",
            "false",
            "f",
            "0",
            "off",
            "subscribed",
            "opt-in",
            "nein",
            "non",
            "nee",
            "nie",
            "nej",
            "n\u00e3o",
            "-");

    private Consent() {}

    static boolean isYes(@Nullable String cell) {
        if (cell == null) {
            return false;
        }
        String word = cell.toLowerCase(Locale.ROOT);
        return YES.contains(word) || YES.contains(Normalizer.normalize(word, Normalizer.Form.NFC));
    }

    /** Whether a cell, in a column of those who opted out, says that somebody did. */
    static boolean isOptOut(@Nullable String cell) {
        return cell != null
                && !NO.contains(Normalizer.normalize(cell.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFC));
    }
}
