package org.personalize.render;

/** Tells what stands at a place of HTML, be it a whole mail or a stretch of a template, without a tree. */
final class TextScan {

    private static final String SIGN = "<";

    private final String html;
    private final int length;
    private final HiddenParts hidden;
    private final TextWords words;

    TextScan(String html) {
        this.html = html;
        this.length = html.length();
        this.hidden = new HiddenParts(html);
        this.words = new TextWords(html);
    }

    TextWords words() {
        return words;
    }

    /** The place of the next tag, or the end. */
    int textEnd(int at) {
        int tag = html.indexOf('<', at);
        return tag < 0 ? length : tag;
    }

    /** Tells a tag, a comment, or a mere less-than sign; gives back where that ends. */
    int markup(int at, TextShape shape) {
        char next = at + 1 < length ? html.charAt(at + 1) : ' ';
        if (next == '!' || next == '?') {
            return hidden.commentEnd(at);
        }
        boolean isEnd = next == '/';
        int name = isEnd ? at + 2 : at + 1;
        if (name >= length || !Character.isLetter(html.charAt(name))) {
            sign(shape);
            return at + 1;
        }
        return tag(at, name, isEnd, shape);
    }

    private static void sign(TextShape shape) {
        if (shape.isPreformatted()) {
            shape.preformatted(SIGN);
        } else {
            shape.decoded(SIGN, 0, 1);
        }
    }

    private int tag(int at, int name, boolean isEnd, TextShape shape) {
        int nameEnd = name;
        while (nameEnd < length && HiddenParts.isNameCharacter(html.charAt(nameEnd))) {
            nameEnd++;
        }
        int end = Tag.end(html, at);
        var element = Element.named(html, name, nameEnd);
        if (isEnd) {
            if (element != null) {
                shape.end(element);
            }
            return end;
        }
        boolean isVoid = element != null && element.shape() == Element.Shape.VOID;
        boolean isSkipped = element != null && element.shape() == Element.Shape.SKIPPED;
        boolean isHidden = isSkipped || hidden.isHidden(at, end);
        if (isHidden && !isVoid) {
            boolean isClosed = html.charAt(end - 2) == '/';
            return isClosed ? end : hidden.elementEnd(html.substring(name, nameEnd), end);
        }
        if (element != null && !isHidden) {
            shape.start(OpenTag.of(html, element, at, end), end);
        }
        return end;
    }
}
