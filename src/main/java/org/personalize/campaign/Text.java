package org.personalize.campaign;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.personalize.problem.Place;

/**
 * A short template text from the campaign file, in one language for all or one text per language.
 *
 * @param byLanguage the key "" holds the text for every language that has none of its own
 */
public record Text(Map<String, Line> byLanguage) {

    /** The source as written, and where. */
    public record Line(String source, Place place) {}

    public Text {
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("a text says something in at least one language");
        }
    }
}
