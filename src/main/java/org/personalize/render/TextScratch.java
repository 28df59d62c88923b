package org.personalize.render;

/** The large array that deriving a text part needs. Each thread keeps its own, as getting a new one takes longer than filling it. */
final class TextScratch {

    private static final int USUAL = 1 << 12;

    /** A larger array was for one mail that has nothing in common with others. */
    private static final int LARGEST_KEPT = 1 << 18;

    private static final ThreadLocal<TextScratch> OWN = ThreadLocal.withInitial(TextScratch::new);

    private char[] text = new char[USUAL];

    private TextScratch() {}

    static TextScratch own() {
        return OWN.get();
    }

    char[] text() {
        return text;
    }

    /** Gives back the array, which may have grown. */
    void keep(char[] grown) {
        text = grown.length > LARGEST_KEPT ? text : grown;
    }
}
