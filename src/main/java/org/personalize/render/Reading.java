package org.personalize.render;

import java.util.List;

/**
 * What a mail reads like without its HTML, and what the lint engine wants to know of it; found in the same pass.
 *
 * @param text the text part
 * @param links the targets of all visible links, in their order, entities decoded
 * @param pictures the sources of all visible pictures, in their order, entities decoded
 * @param picturesWithoutAlt pictures that have no {@code alt} at all; an empty one is a decoration and fine
 * @param linksWithoutText links in which there is nothing to read
 */
public record Reading(
        String text, List<String> links, List<String> pictures, int picturesWithoutAlt, int linksWithoutText) {}
