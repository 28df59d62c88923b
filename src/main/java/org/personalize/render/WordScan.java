package org.personalize.render;

/** Finds what may be an address or an id in a text: words with an at-sign, and words with a digit. */
final class WordScan {

    /** Shorter words with a digit are sizes, prices and counts. */
    static final int SHORTEST_ID = 4;

    private static final int LONGEST_WORD = 320;

    private static final int NO_WORD = 0;
    private static final byte PLAIN = 1;
    private static final byte DIGIT = 2;
    private static final byte AT = 4;
    private static final int ASCII = 128;
    private static final char FIRST_LETTER_BEYOND = '\u00C0';

    /** What a character makes of a word; looked up, as this runs for every character of every mail. */
    private static final byte[] KINDS = kinds();

    /** Takes one word. */
    @FunctionalInterface
    interface Taker {
        void take(String word, boolean isAddress);
    }

    private WordScan() {}

    static void of(String text, Taker taker) {
        int from = 0;
        int kinds = 0;
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            int kind = kind(characters[i]);
            if (kind != NO_WORD) {
                kinds |= kind;
                continue;
            }
            if (kinds > PLAIN) {
                word(text, from, i, kinds, taker);
            }
            from = i + 1;
            kinds = 0;
        }
        if (kinds > PLAIN) {
            word(text, from, characters.length, kinds, taker);
        }
    }

    private static void word(String text, int from, int to, int kinds, Taker taker) {
        int start = from;
        int end = to;
        while (start < end && isEdge(text.charAt(start))) {
            start++;
        }
        while (end > start && isEdge(text.charAt(end - 1))) {
            end--;
        }
        boolean isAddress = false;
        if ((kinds & AT) != 0) {
            int at = text.indexOf('@', start);
            isAddress = at > start && at < end - 1;
        }
        if (end - start <= LONGEST_WORD && (isAddress || end - start >= SHORTEST_ID)) {
            taker.take(text.substring(start, end), isAddress);
        }
    }

    private static boolean isEdge(char c) {
        return c == '.' || c == '-' || c == '_' || c == '+';
    }

    private static int kind(char c) {
        return c < KINDS.length ? KINDS[c] : c >= FIRST_LETTER_BEYOND ? PLAIN : NO_WORD;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[ASCII];
        for (char c = 0; c < ASCII; c++) {
            if (c >= '0' && c <= '9') {
                kinds[c] = DIGIT;
            } else if (Character.isLetter(c) || isEdge(c)) {
                kinds[c] = PLAIN;
            }
        }
        kinds['@'] = AT;
        return kinds;
    }
}
