package org.personalize.render;

/** Finds what may be an address or an id in a text: words with an at-sign, and words with a digit. */
final class WordScan {

    /** Shorter words with a digit are sizes, prices and counts. */
    static final int SHORTEST_ID = 4;

    private static final int LONGEST_WORD = 320;

    private static final char FIRST_LETTER_BEYOND = '\u00C0';
    private static final int ASCII = 128;

    private static final boolean[] IN_WORD = inWord();

    /** Takes one word. */
    @FunctionalInterface
    interface Taker {
        void take(String word, boolean isAddress);
    }

    private WordScan() {}

    /** Looks for digits and at-signs first, since most words have none: a plain loop, as all characters go through it. */
    static void of(String text, Taker taker) {
        int end = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '@' && isTelling(c)) {
                int from = i;
                while (from > end && isInWord(text.charAt(from - 1))) {
                    from--;
                }
                end = i + 1;
                while (end < text.length() && isInWord(text.charAt(end))) {
                    end++;
                }
                word(text, from, end, taker);
                i = end;
            }
        }
    }

    /** Whether no word goes on from a place of a text into what stands before it or behind it. */
    static boolean isParted(String text, int place) {
        int before = place - 1;
        while (before >= 0 && isEdge(text.charAt(before))) {
            before--;
        }
        int behind = place + 1;
        while (behind < text.length() && isEdge(text.charAt(behind))) {
            behind++;
        }
        return (before < 0 || !isInWord(text.charAt(before)))
                && (behind == text.length() || !isInWord(text.charAt(behind)));
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
        if (end - start <= LONGEST_WORD) {
            String word = text.substring(start, end);
            int at = word.indexOf('@');
            boolean isAddress = at > 0 && at < word.length() - 1;
            if (isAddress || word.length() >= SHORTEST_ID) {
                taker.take(word, isAddress);
            }
        }
    }

    private static boolean isTelling(char c) {
        return c >= '0' && c <= '9' || c == '@';
    }

    private static boolean isInWord(char c) {
        return c < ASCII ? IN_WORD[c] : c >= FIRST_LETTER_BEYOND;
    }

    private static boolean[] inWord() {
        var inWord = new boolean[ASCII];
        for (char c = 0; c < ASCII; c++) {
            inWord[c] = isTelling(c) || isEdge(c) || Character.isLetter(c);
        }
        return inWord;
    }

    private static boolean isEdge(char c) {
        return c == '.' || c == '-' || c == '_' || c == '+';
    }
}
