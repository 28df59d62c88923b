package org.personalize.render;

import org.jspecify.annotations.Nullable;
import org.personalize.template.Blocks;

/**
 * Characters that stand for values while a template's own text is read without them. Where a value can only be the content
 * of a text or of a quoted attribute, any other is read the same way.
 */
final class Marks {

    /** Unicode keeps these characters for private use; no text that is meant for everybody holds them. */
    private static final char FIRST = '\uE000';

    private static final char LAST = '\uF8FF';

    private static final String COMMENT = "<!--";
    private static final String[] HIDING = {"display:none", "display: none"};

    /** A value that could be the rest of what hides an element would have to hold more of it than a {@link Gaps gap} may. */
    private static final int SHORTEST_PART_OF_HIDING = 4;

    private Marks() {}

    static boolean isMark(char c) {
        return c >= FIRST && c <= LAST;
    }

    /** The number of the gap that a mark stands for. */
    static int gap(char mark) {
        return mark - FIRST;
    }

    /** HTML with a mark for every value; null where a value may be more than content. */
    static @Nullable String in(Page page, Gaps gaps) {
        Blocks blocks = page.blocks();
        if (blocks.size() >= LAST - FIRST) {
            return null;
        }
        var marked = new StringBuilder();
        for (int i = 0; i <= blocks.size(); i++) {
            if (gaps.isFilled(i)) {
                marked.append((char) (FIRST + i));
            }
            if (i < blocks.size()) {
                marked.append(page.html(), blocks.start(i), blocks.end(i));
            }
        }
        String html = marked.toString();
        return areContent(html, gaps) ? html : null;
    }

    private static boolean areContent(String html, Gaps gaps) {
        int found = 0;
        for (int at = 0; at < html.length(); at++) {
            if (isMark(html.charAt(at))) {
                found++;
                if (!isContent(html, at)) {
                    return false;
                }
            }
        }
        return found == gaps.filled();
    }

    private static boolean isContent(String html, int place) {
        if (html.startsWith(">", place + 1) || html.startsWith("->", place + 1) || isInEntity(html, place)) {
            return false;
        }
        int sign = html.lastIndexOf('<', place);
        if (sign < 0) {
            return true;
        }
        char next = html.charAt(sign + 1);
        if (next == '!' || next == '?') {
            return html.startsWith(COMMENT, sign) || new HiddenParts(html).commentEnd(sign) <= place;
        }
        return Tag.end(html, sign) <= place
                || Tag.isInsideQuotes(html, sign, place) && !isPartOfHiding(html, place) && !isMeaningful(html, place);
    }

    /** Whether an ampersand before a place may take what follows it for its own. */
    private static boolean isInEntity(String html, int place) {
        int at = place - 1;
        while (at >= 0 && (Character.isLetterOrDigit(html.charAt(at)) || html.charAt(at) == '#')) {
            at--;
        }
        return at >= 0 && html.charAt(at) == '&';
    }

    /** The place may be within what hides an element. */
    private static boolean isPartOfHiding(String html, int place) {
        for (String hiding : HIDING) {
            for (int length = SHORTEST_PART_OF_HIDING; length < hiding.length(); length++) {
                boolean begins = html.regionMatches(place - length, hiding, 0, length);
                boolean ends = html.startsWith(hiding.substring(hiding.length() - length), place + 1);
                if (begins || ends) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a text part goes by the attribute's value: what a table is for, or with which number a list begins. */
    private static boolean isMeaningful(String html, int place) {
        int quote = Math.max(html.lastIndexOf('"', place), html.lastIndexOf('\'', place));
        int name = quote;
        while (name > 0 && (html.charAt(name - 1) <= ' ' || html.charAt(name - 1) == '=')) {
            name--;
        }
        return html.regionMatches(true, name - "role".length(), "role", 0, "role".length())
                || html.regionMatches(true, name - "start".length(), "start", 0, "start".length());
    }
}
