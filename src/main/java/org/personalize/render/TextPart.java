package org.personalize.render;

/**
 * Derives the text part of a mail from its HTML, and notes on the way what the lint engine asks for. One pass over the
 * characters without a tree: what is not read is jumped over.
 */
public final class TextPart {

    private final TextScan scan;
    private final TextShape shape;

    private TextPart(String html, TextLines lines, Sameness sameness) {
        this.scan = new TextScan(html);
        this.shape = new TextShape(html, lines, sameness);
    }

    /** Reads a mail's HTML. */
    public static Reading of(String html) {
        return read(html, new TextLines(TextLines.WIDTH), Sameness.OF_TEXTS).finish();
    }

    /** Reads all of it; what comes at its end is not written yet. */
    static TextShape read(String html, TextLines lines, Sameness sameness) {
        var part = new TextPart(html, lines, sameness);
        int at = 0;
        while (at < html.length()) {
            at = html.charAt(at) == '<' ? part.scan.markup(at, part.shape) : part.text(at);
        }
        return part.shape;
    }

    /** Tells the text that stands here; gives back where that ends. */
    private int text(int at) {
        int end = scan.textEnd(at);
        if (shape.isPreformatted()) {
            shape.preformatted(at, end);
        } else {
            scan.words().tell(at, end, shape);
        }
        return end;
    }
}
