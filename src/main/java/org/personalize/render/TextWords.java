package org.personalize.render;

/** Finds the words between tags: blanks joined, entities decoded, invisible characters left out. */
final class TextWords {

    private final String html;

    /** Takes what is found, in its order. */
    interface Taker {
        void blank();

        /** A word as it stands in the source. */
        void word(String source, int from, int to);

        /** A character or two that are text, however they were written. */
        void decoded(String source, int from, int to);
    }

    TextWords(String html) {
        this.html = html;
    }

    void tell(int from, int to, Taker taker) {
        int at = from;
        while (at < to) {
            char c = html.charAt(at);
            if (c <= ' ') {
                taker.blank();
                at++;
            } else if (c == '&') {
                at = entity(at, to, taker);
            } else {
                at = word(at, to, taker);
            }
        }
    }

    /** Tells the word that begins here; gives back where it ends. */
    private int word(int from, int limit, Taker taker) {
        int start = from;
        for (int at = from; at < limit; at++) {
            char c = html.charAt(at);
            if (c <= ' ' || c == '&') {
                visible(start, at, taker);
                return at;
            }
            if (isInvisible(c)) {
                visible(start, at, taker);
                start = at + 1;
            }
        }
        visible(start, limit, taker);
        return limit;
    }

    private void visible(int from, int to, Taker taker) {
        if (to > from) {
            taker.word(html, from, to);
        }
    }

    /** Soft hyphens and the fillers that keep a preview line empty; joiners stay, emoji and scripts need them. */
    static boolean isInvisible(char c) {
        return c >= '\u00AD' && (c == '\u00AD' || c == '\u034F' || c == '\u200B' || c == '\uFEFF');
    }

    private int entity(int at, int limit, Taker taker) {
        int end = Entities.end(html, at, limit);
        decoded(end > at ? Entities.decoded(html, at, end) : "&", taker);
        return Math.max(end, at + 1);
    }

    static void decoded(String text, Taker taker) {
        var kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isInvisible(c) && c >= ' ') {
                kept.append(c == '\u00A0' ? ' ' : c);
            }
        }
        String shown = kept.toString();
        if (shown.isBlank()) {
            taker.blank();
        } else {
            taker.decoded(shown, 0, shown.length());
        }
    }
}
