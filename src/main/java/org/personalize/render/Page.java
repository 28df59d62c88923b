package org.personalize.render;

import org.personalize.template.Blocks;

/** HTML, and where in it a template's own text stands: what was once worked out about that need not be worked out again. */
public record Page(String html, Blocks blocks) {

    /** HTML of which nothing is known. */
    public static Page of(String html) {
        return new Page(html, new Blocks());
    }
}
