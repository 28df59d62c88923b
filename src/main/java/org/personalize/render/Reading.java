package org.personalize.render;

import java.util.ArrayList;
import java.util.List;

/**
 * What a mail reads like without its HTML, and what the lint engine wants to know of it; found in the same pass.
 *
 * @param words the text part
 * @param links the targets of all visible links, in their order, entities decoded
 * @param pictures the sources of all visible pictures, in their order, entities decoded; blank where one has none
 * @param picturesWithoutAlt pictures that have no {@code alt} at all; an empty one is a decoration and fine
 * @param linksWithoutText the targets of links in which there is nothing to read
 * @param filledIn texts that hold, word for word, whatever in text and links is not known to be the template's own
 */
public record Reading(
        PlainText words,
        List<String> links,
        List<String> pictures,
        int picturesWithoutAlt,
        List<String> linksWithoutText,
        List<String> filledIn) {

    public String text() {
        return words.toString();
    }

    /** A reading of a mail of which nothing is known. */
    static Reading of(
            String text,
            List<String> links,
            List<String> pictures,
            int picturesWithoutAlt,
            List<String> linksWithoutText) {
        var all = new ArrayList<>(links);
        all.add(text);
        return new Reading(PlainText.of(text), links, pictures, picturesWithoutAlt, linksWithoutText, all);
    }
}
