package org.personalize.audience;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What counts as a yes. Everything else is a no, a blank too. */
final class Consent {

    private static final Set<String> YES =
            Set.of("yes", "y", "true", "t", "1", "on", "subscribed", "opt-in", "ja", "oui", "s\u00ed");

    private Consent() {}

    static boolean isYes(@Nullable String cell) {
        if (cell == null) {
            return false;
        }
        String word = cell.toLowerCase(Locale.ROOT);
        return YES.contains(word) || YES.contains(Normalizer.normalize(word, Normalizer.Form.NFC));
    }
}
