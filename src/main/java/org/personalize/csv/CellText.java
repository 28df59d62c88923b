package org.personalize.csv;

import org.jspecify.annotations.Nullable;

/** What a cell says without the blanks around it, seen and unseen ones. */
final class CellText {

    private static final int SHORTEST_LONG_NUMBER = 8;
    private static final char FIRST_ZERO_WIDTH = '\u200B';
    private static final char LAST_DIRECTION_MARK = '\u200F';

    private CellText() {}

    /** The text without blanks at its ends; null when nothing is left. */
    static @Nullable String strip(String cell) {
        int start = 0;
        int end = cell.length();
        while (start < end && isBlank(cell.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(cell.charAt(end - 1))) {
            end--;
        }
        if (start == end) {
            return null;
        }
        return strip(cell.toCharArray(), start, end, null);
    }

    /** As {@link #strip(String)}, of a part of a text; gives back {@code like} where it says the same. */
    static @Nullable String strip(char[] text, int from, int to, @Nullable String like) {
        int start = from;
        int end = to;
        while (start < end && isBlank(text[start])) {
            start++;
        }
        while (end > start && isBlank(text[end - 1])) {
            end--;
        }
        if (start == end) {
            return null;
        }
        start += isKeptText(text, start, end) ? 1 : 0;
        return like != null && isSame(text, start, end, like) ? like : new String(text, start, end - start);
    }

    /** Whether it is a long number behind an apostrophe, which Shopify writes so that a spreadsheet leaves it alone. */
    private static boolean isKeptText(char[] text, int from, int to) {
        if (text[from] != '\'' || to - from <= SHORTEST_LONG_NUMBER) {
            return false;
        }
        for (int at = from + 1; at < to; at++) {
            boolean isSign = at == from + 1 && text[at] == '+';
            if (!isSign && (text[at] < '0' || text[at] > '9')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(char[] text, int from, int to, String like) {
        if (like.length() != to - from) {
            return false;
        }
        for (int at = from; at < to; at++) {
            if (text[at] != like.charAt(at - from)) {
                return false;
            }
        }
        return true;
    }

    /** Blanks that spreadsheets and web forms leave behind: spaces of every width, no-break and zero-width ones. */
    static boolean isBlank(char c) {
        if (c > ' ' && c < '\u0080') {
            return false;
        }
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || (c >= FIRST_ZERO_WIDTH && c <= LAST_DIRECTION_MARK)
                || c == '\u2060'
                || c == '\uFEFF';
    }
}
