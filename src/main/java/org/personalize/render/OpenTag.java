package org.personalize.render;

import org.jspecify.annotations.Nullable;

/**
 * A start tag as far as a text part is shaped by it.
 *
 * @param target where a link leads; null for what is no link
 * @param source where a picture lies
 * @param alt what a picture says
 * @param isTableOfData whether a table's cells belong side by side
 * @param firstNumber the number of a numbered list's first item
 */
record OpenTag(
        Element element,
        @Nullable String target,
        @Nullable String source,
        @Nullable String alt,
        boolean isTableOfData,
        int firstNumber) {

    static OpenTag of(String html, Element element, int at, int end) {
        if (element == Element.A) {
            return new OpenTag(element, Tag.attribute(html, at, end, "href"), null, null, false, 1);
        } else if (element == Element.IMG) {
            String source = Tag.attribute(html, at, end, "src");
            return new OpenTag(element, null, source, Tag.attribute(html, at, end, "alt"), false, 1);
        }
        boolean isTableOfData = element == Element.TABLE && TableText.isTableOfData(html, at, end);
        String first = element == Element.OL ? Tag.attribute(html, at, end, "start") : null;
        boolean isNumber = first != null && first.matches("[0-9]{1,6}");
        return new OpenTag(
                element, null, null, null, isTableOfData, isNumber && first != null ? Integer.parseInt(first) : 1);
    }
}
