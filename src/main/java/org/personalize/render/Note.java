package org.personalize.render;

/**
 * One thing that is written into a text part.
 *
 * @param breaks how many line breaks come before it
 * @param isAfterBlank whether it is parted from what stands before it in its line
 * @param text what is written, of a line in a list or a quote what stands before every further one
 * @param bullet what stands before the first line of a list's item
 * @param gap whose value is written, if it is one
 */
record Note(int breaks, boolean isAfterBlank, Kind kind, String text, String bullet, int gap) {

    enum Kind {
        /** A word, which may hold blanks at which no line ends. */
        WORD,
        /** Words with one blank between them, at each of which a line may end. */
        RUN,
        /** The value of a gap. */
        VALUE,
        LINE,
        COLON,
        INDENT,
        HEADING,
        UNDERLINE
    }

    static Note of(int breaks, boolean isAfterBlank, Kind kind, String text) {
        return new Note(breaks, isAfterBlank, kind, text, "", 0);
    }

    /** So many characters of it are written whatever the gaps hold. */
    int ownLength() {
        return kind == Kind.WORD || kind == Kind.RUN ? text.length() : 0;
    }

    /** Writes it once more. */
    void tell(TextLines lines, Gaps gaps) {
        if (breaks == 1) {
            lines.line();
        } else if (breaks > 1) {
            lines.paragraph();
        }
        if (isAfterBlank) {
            lines.blank();
        }
        switch (kind) {
            case WORD -> lines.word(text);
            case RUN -> lines.run(text);
            case VALUE -> lines.run(gaps.value(gap));
            case LINE -> lines.rawLine(text);
            case COLON -> lines.colon();
            case INDENT -> lines.indent(text, bullet);
            case HEADING -> lines.startHeading();
            case UNDERLINE -> lines.underline(text);
        }
    }
}
