package org.personalize.render;

import org.jspecify.annotations.Nullable;

/**
 * What stands at one place of a mail's HTML: words, a start tag, an end tag, or something that a text part passes over.
 *
 * @param from its first character
 * @param end one past its last character
 * @param needs one past the last character that was looked at to know it; the same characters are the same step anywhere
 */
record Step(
        int from,
        int end,
        int needs,
        @Nullable Words words,
        @Nullable OpenTag started,
        @Nullable Element ended) {

    static Step words(int from, int end, Words words) {
        return new Step(from, end, end + 1, words, null, null);
    }

    static Step started(int from, int end, int needs, OpenTag tag) {
        return new Step(from, end, needs, null, tag, null);
    }

    static Step ended(int from, int end, int needs, Element element) {
        return new Step(from, end, needs, null, null, element);
    }

    static Step passed(int from, int end, int needs) {
        return new Step(from, end, needs, null, null, null);
    }
}
