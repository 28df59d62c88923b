package org.personalize.render;

/** Finds what may be an address or an id in a text: words with an at-sign, and words with a digit. */
final class WordScan {

    /** Shorter words with a digit are sizes, prices and counts. */
    static final int SHORTEST_ID = 4;

    private static final int LONGEST_WORD = 320;

    /** Takes one word. */
    @FunctionalInterface
    interface Taker {
        void take(String word, boolean isAddress);
    }

    private WordScan() {}

    static void of(String text, Taker taker) {
        int from = 0;
        int kinds = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (isWordCharacter(c)) {
                kinds |= c == '@' ? 2 : c >= '0' && c <= '9' ? 1 : 0;
                continue;
            }
            if (kinds > 0) {
                word(text, from, i, taker);
            }
            from = i + 1;
            kinds = 0;
        }
    }

    private static void word(String text, int from, int to, Taker taker) {
        int start = from;
        int end = to;
        while (start < end && isEdge(text.charAt(start))) {
            start++;
        }
        while (end > start && isEdge(text.charAt(end - 1))) {
            end--;
        }
        int at = text.indexOf('@', start);
        boolean isAddress = at > start && at < end - 1;
        if (end - start <= LONGEST_WORD && (isAddress || end - start >= SHORTEST_ID)) {
            taker.take(text.substring(start, end), isAddress);
        }
    }

    private static boolean isEdge(char c) {
        return c == '.' || c == '-' || c == '_' || c == '+';
    }

    private static boolean isWordCharacter(char c) {
        return c >= 'a' && c <= 'z'
                || c >= '0' && c <= '9'
                || c >= 'A' && c <= 'Z'
                || c == '@'
                || c == '.'
                || c == '-'
                || c == '_'
                || c == '+'
                || c >= '\u00C0';
    }
}
