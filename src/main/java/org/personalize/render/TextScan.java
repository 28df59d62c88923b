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

    /** What stands here, a less-than sign or not. */
    Step step(int at) {
        if (html.charAt(at) == '<') {
            return markup(at);
        }
        int end = textEnd(at);
        var kept = new Words();
        words.tell(at, end, kept);
        return Step.words(at, end, kept);
    }

    /** A tag, a comment, or a mere less-than sign. */
    Step markup(int at) {
        char next = at + 1 < length ? html.charAt(at + 1) : ' ';
        if (next == '!' || next == '?') {
            return passed(at, hidden.commentEnd(at));
        }
        boolean isEnd = next == '/';
        int name = isEnd ? at + 2 : at + 1;
        if (name >= length || !Character.isLetter(html.charAt(name))) {
            var sign = new Words();
            sign.decoded(SIGN, 0, 1);
            return new Step(at, at + 1, name + 1, sign, null, null);
        }
        return tag(at, name, isEnd);
    }

    private Step tag(int at, int name, boolean isEnd) {
        int nameEnd = name;
        while (nameEnd < length && HiddenParts.isNameCharacter(html.charAt(nameEnd))) {
            nameEnd++;
        }
        int end = Tag.end(html, at);
        var element = Element.named(html, name, nameEnd);
        if (isEnd) {
            return element == null ? passed(at, end) : Step.ended(at, end, needs(end), element);
        }
        boolean isVoid = element != null && element.shape() == Element.Shape.VOID;
        boolean isSkipped = element != null && element.shape() == Element.Shape.SKIPPED;
        boolean isHidden = isSkipped || hidden.isHidden(at, end);
        if (isHidden && !isVoid) {
            boolean isClosed = html.charAt(end - 2) == '/';
            return passed(at, isClosed ? end : hidden.elementEnd(html.substring(name, nameEnd), end));
        }
        return element == null || isHidden
                ? passed(at, end)
                : Step.started(at, end, needs(end), OpenTag.of(html, element, at, end));
    }

    private Step passed(int at, int end) {
        return Step.passed(at, end, needs(end));
    }

    /** What ends with the source might go on behind it. */
    private int needs(int end) {
        return end == length ? length + 1 : end;
    }
}
