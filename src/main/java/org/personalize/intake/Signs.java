package org.personalize.intake;

import org.jspecify.annotations.Nullable;
import org.personalize.history.Kind;
import org.personalize.history.MachineSigns;
import org.personalize.history.Reaction;

/** Who is behind a reaction, as far as its record alone tells. */
final class Signs {

    private final MachineSigns machines = new MachineSigns();

    /**
     * @param word the provider's own word for who it was, such as {@code bot}; or a blank
     * @param agent the program that fetched something; or a blank
     */
    Reaction of(Kind kind, String word, String agent) {
        return machines.of(kind, null, orNull(word), orNull(agent));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() || text.equals("-") ? null : text;
    }
}
