package org.personalize.deliver;

import java.util.ArrayList;
import java.util.List;
import org.personalize.render.Page;
import org.personalize.template.Blocks;
import org.personalize.template.KnownParts;

/**
 * One text of a message, with the line ends of mail: whatever ends a line in it, CR and LF together end it in the message.
 * It goes as it is where every relay passes it on, or where this one takes 8 bits; else as quoted-printable.
 */
final class BodyText {

    private final List<Stretch> stretches = new ArrayList<>();
    private int size;
    private boolean isAscii = true;
    private boolean isTame = true;
    private boolean hasDots;
    private int lineLength;

    private BodyText() {}

    static BodyText of(String text) {
        var body = new BodyText();
        body.add(Stretch.of(text));
        return body;
    }

    /**
     * The text of a page, of which only what was filled in is looked at. The template's own text has no CR, but what was
     * filled in may end with one that is half of a line end.
     *
     * @param known what is known of the template's own text
     */
    static BodyText of(Page page, KnownParts<Stretch> known) {
        var body = new BodyText();
        String html = page.html();
        Blocks blocks = page.blocks();
        int at = 0;
        for (int number = 0; number < blocks.size(); number++) {
            int start = blocks.start(number);
            boolean mayCutLineEnd = start > at && html.charAt(start - 1) == '\r';
            if (!mayCutLineEnd) {
                body.add(html, at, start);
                at = blocks.end(number);
                body.add(known.of(blocks.block(number), blocks.from(number), blocks.from(number) + at - start));
            }
        }
        body.add(html, at, html.length());
        return body;
    }

    private void add(String text, int from, int to) {
        if (to > from) {
            add(Stretch.of(text, from, to));
        }
    }

    private void add(Stretch stretch) {
        stretches.add(stretch);
        size += stretch.octets().length;
        isAscii &= stretch.isAscii();
        isTame &= stretch.isTame() && lineLength + stretch.head() <= Stretch.LONGEST_LINE;
        hasDots |= stretch.hasDots();
        lineLength = stretch.hasLineEnd() ? stretch.tail() : lineLength + stretch.head();
    }

    /**
     * The value of Content-Transfer-Encoding.
     *
     * @param isEightBit whether the relay takes 8 bits
     */
    String encoding(boolean isEightBit) {
        if (isQuoted(isEightBit)) {
            return "quoted-printable";
        }
        return isAscii ? "7bit" : "8bit";
    }

    /** Whether it is ASCII as it is written. */
    boolean isAscii(boolean isEightBit) {
        return isAscii || isQuoted(isEightBit);
    }

    /** Whether it is certain that no line begins with a dot as it is written; soft breaks may stand anywhere. */
    boolean isReady(boolean isEightBit) {
        return !hasDots && !isQuoted(isEightBit);
    }

    private boolean isQuoted(boolean isEightBit) {
        return !isTame || (!isAscii && !isEightBit);
    }

    void writeTo(Octets out, boolean isEightBit) {
        if (isQuoted(isEightBit)) {
            var whole = new Octets(size);
            addTo(whole);
            out.add(QuotedPrintable.of(whole.toBytes()));
        } else {
            addTo(out);
        }
    }

    private void addTo(Octets out) {
        for (Stretch stretch : stretches) {
            out.add(stretch.octets());
        }
    }
}
