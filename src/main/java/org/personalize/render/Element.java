package org.personalize.render;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The HTML elements that shape a text part; every other element is part of its line. */
enum Element {
    HEAD(Shape.SKIPPED),
    STYLE(Shape.SKIPPED),
    SCRIPT(Shape.SKIPPED),
    TITLE(Shape.SKIPPED),
    TEMPLATE(Shape.SKIPPED),
    SVG(Shape.SKIPPED),
    P(Shape.PARAGRAPH),
    H1(Shape.PARAGRAPH),
    H2(Shape.PARAGRAPH),
    H3(Shape.PARAGRAPH),
    H4(Shape.PARAGRAPH),
    H5(Shape.PARAGRAPH),
    H6(Shape.PARAGRAPH),
    DL(Shape.PARAGRAPH),
    SECTION(Shape.PARAGRAPH),
    ARTICLE(Shape.PARAGRAPH),
    HEADER(Shape.PARAGRAPH),
    FOOTER(Shape.PARAGRAPH),
    NAV(Shape.PARAGRAPH),
    ASIDE(Shape.PARAGRAPH),
    FIGURE(Shape.PARAGRAPH),
    FORM(Shape.PARAGRAPH),
    DIV(Shape.LINE),
    CENTER(Shape.LINE),
    ADDRESS(Shape.LINE),
    MAIN(Shape.LINE),
    BODY(Shape.LINE),
    DT(Shape.LINE),
    DD(Shape.LINE),
    CAPTION(Shape.LINE),
    FIGCAPTION(Shape.LINE),
    TABLE(Shape.OWN),
    TR(Shape.OWN),
    TD(Shape.OWN),
    TH(Shape.OWN),
    UL(Shape.OWN),
    OL(Shape.OWN),
    LI(Shape.OWN),
    BLOCKQUOTE(Shape.OWN),
    PRE(Shape.OWN),
    HR(Shape.VOID),
    BR(Shape.VOID),
    IMG(Shape.VOID),
    INPUT(Shape.VOID),
    LINK(Shape.VOID),
    META(Shape.VOID),
    COL(Shape.VOID),
    WBR(Shape.VOID),
    A(Shape.OWN);

    enum Shape {
        /** Nothing in it is read. */
        SKIPPED,
        /** Parted by a blank line. */
        PARAGRAPH,
        /** Starts and ends a line. */
        LINE,
        /** Has no end tag. */
        VOID,
        /** Handled by name. */
        OWN
    }

    private static final int TABLE_SIZE = 512;
    private static final int HASH_FACTOR = 31;
    private static final @Nullable Element[] TABLE_BY_HASH = new @Nullable Element[TABLE_SIZE];

    private final Shape shape;
    private final String lowerName;

    Element(Shape shape) {
        this.shape = shape;
        this.lowerName = name().toLowerCase(Locale.ROOT);
    }

    static {
        for (var element : values()) {
            int at = hash(element.lowerName, 0, element.lowerName.length());
            while (TABLE_BY_HASH[at] != null) {
                at = (at + 1) % TABLE_SIZE;
            }
            TABLE_BY_HASH[at] = element;
        }
    }

    Shape shape() {
        return shape;
    }

    String lowerName() {
        return lowerName;
    }

    /** The element named between two positions, in any case; found without creating a string, as this runs per tag. */
    static @Nullable Element named(String source, int from, int to) {
        int at = hash(source, from, to);
        for (var element = TABLE_BY_HASH[at]; element != null; element = TABLE_BY_HASH[at]) {
            if (element.isNamed(source, from, to)) {
                return element;
            }
            at = (at + 1) % TABLE_SIZE;
        }
        return null;
    }

    private boolean isNamed(String source, int from, int to) {
        if (to - from != lowerName.length()) {
            return false;
        }
        for (int i = 0; i < lowerName.length(); i++) {
            if (lowerName.charAt(i) != lower(source.charAt(from + i))) {
                return false;
            }
        }
        return true;
    }

    private static int hash(String source, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * HASH_FACTOR + lower(source.charAt(i));
        }
        return Math.floorMod(hash, TABLE_SIZE);
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
}
