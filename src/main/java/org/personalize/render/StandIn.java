package org.personalize.render;

/**
 * What takes the place of a value while a template's own text is read: a letter. Where a value can only stand in a quoted
 * attribute or between tags, any other harmless value is read the same way.
 */
final class StandIn {

    static final char LETTER = 'x';

    private static final String DISPLAY = "display:";
    private static final String[] HIDING = {"display:none", "display: none"};

    private StandIn() {}

    /** Whether nothing but the content of an attribute or a text depends on the value at a place. */
    static boolean fits(String text, int place) {
        int tag = text.lastIndexOf('<', place);
        char afterSign = text.charAt(tag + 1);
        boolean isEdge = afterSign == '!' || afterSign == '?' || text.startsWith(">", place + 1);
        return !isEdge
                && !isPartOfHiding(text, place)
                && (Tag.end(text, tag) <= place || Tag.isInsideQuotes(text, tag, place));
    }

    /** The place may be the end of a word that hides an element, together with what is before or behind. */
    private static boolean isPartOfHiding(String text, int place) {
        for (String hiding : HIDING) {
            for (int length = 1; length < hiding.length(); length++) {
                boolean begins = text.regionMatches(place - length, hiding, 0, length);
                boolean ends = text.startsWith(hiding.substring(length), place + 1);
                if (begins || ends) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a value can be nothing but content. */
    static boolean isFor(String html, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = html.charAt(i);
            boolean isSign = c == '"' || c == '\'' || c == '<' || c == '>';
            if (isSign || c == ':' && html.startsWith(DISPLAY, i + 1 - DISPLAY.length())) {
                return false;
            }
        }
        return true;
    }
}
