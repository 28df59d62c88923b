package org.personalize.csv;

/**
 * Which characters mean something in a file with this delimiter, and where each leads. The grammar is RFC 4180's, with
 * what spreadsheets make of it: a quote counts only at the start of a cell, where blanks before it are ignored; two quotes
 * are one.
 */
final class Symbols {

    static final int ORDINARY = 0;
    static final int BLANK = 1;
    static final int DELIMITER = 2;
    static final int QUOTE = 3;
    static final int LINE_BREAK = 4;
    static final int DAMAGED = 5;

    static final int CELL_START = 0;
    static final int PLAIN = 1;
    static final int QUOTED = 2;
    static final int QUOTE_IN_QUOTED = 3;
    static final int AFTER_QUOTED = 4;
    static final int ROW_END = 5;
    static final int BROKEN = 6;

    /** From a state (row) over a kind of character (column) to the next state. */
    private static final int[][] NEXT = {
        {PLAIN, CELL_START, CELL_START, QUOTED, ROW_END, PLAIN},
        {PLAIN, PLAIN, CELL_START, PLAIN, ROW_END, PLAIN},
        {QUOTED, QUOTED, QUOTED, QUOTE_IN_QUOTED, QUOTED, QUOTED},
        {BROKEN, AFTER_QUOTED, CELL_START, QUOTED, ROW_END, BROKEN},
        {BROKEN, AFTER_QUOTED, CELL_START, BROKEN, ROW_END, BROKEN},
    };

    private static final char FIRST_BEYOND_ASCII = '\u0080';

    private final byte[] kinds = new byte[FIRST_BEYOND_ASCII];

    Symbols(char delimiter) {
        for (char c = 0; c < FIRST_BEYOND_ASCII; c++) {
            kinds[c] = (byte) (Character.isWhitespace(c) ? BLANK : ORDINARY);
        }
        kinds[0] = DAMAGED;
        kinds['"'] = QUOTE;
        kinds['\r'] = LINE_BREAK;
        kinds['\n'] = LINE_BREAK;
        kinds[delimiter] = DELIMITER;
    }

    int kind(char c) {
        if (c < FIRST_BEYOND_ASCII) {
            return kinds[c];
        }
        if (c >= DecodedText.DAMAGED - 1) {
            return DAMAGED;
        }
        return Character.isWhitespace(c) ? BLANK : ORDINARY;
    }

    /** Where the next character stands that may mean something inside a cell. */
    int passOrdinary(char[] text, int from, int limit) {
        int at = from;
        while (at < limit && isOrdinary(text[at])) {
            at++;
        }
        return at;
    }

    private boolean isOrdinary(char c) {
        return c < FIRST_BEYOND_ASCII ? kinds[c] <= BLANK : c < DecodedText.DAMAGED - 1;
    }

    /** Whether there are only delimiters, blanks and quotes, as spreadsheets leave them at the end of a table. */
    boolean areBlank(char[] text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (kind(text[at]) == ORDINARY && !CellText.isBlank(text[at])) {
                return false;
            }
        }
        return true;
    }

    static int next(int state, int kind) {
        return NEXT[state][kind];
    }
}
