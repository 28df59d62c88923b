package org.personalize.render;

import java.util.Arrays;

/**
 * The two large arrays that deriving a text part needs: the characters of the HTML, and those of the text. Each thread
 * keeps its own from mail to mail, as getting new ones takes longer than filling them.
 */
final class TextScratch {

    private static final int USUAL_HTML = 1 << 15;
    private static final int USUAL_TEXT = 1 << 12;

    /** Larger arrays were for one mail that has nothing in common with others. */
    private static final int LARGEST_KEPT = 1 << 18;

    private static final ThreadLocal<TextScratch> OWN = ThreadLocal.withInitial(TextScratch::new);

    private char[] html = new char[USUAL_HTML];
    private char[] text = new char[USUAL_TEXT];

    private TextScratch() {}

    static TextScratch own() {
        return OWN.get();
    }

    /** The characters of a source, and behind them whatever was there. */
    char[] charactersOf(String source) {
        int length = source.length();
        char[] room = html;
        if (length > room.length) {
            room = Arrays.copyOf(room, length);
            html = length > LARGEST_KEPT ? html : room;
        }
        source.getChars(0, length, room, 0);
        return room;
    }

    char[] text() {
        return text;
    }

    /** Gives back the text's array, which may have grown. */
    void keep(char[] grown) {
        text = grown.length > LARGEST_KEPT ? text : grown;
    }
}
