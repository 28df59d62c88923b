package org.personalize.render;

import org.personalize.template.Blocks;
import org.personalize.template.KnownParts;

/**
 * Derives the text part of a mail from its HTML, and notes on the way what the lint engine asks for. One pass over the
 * characters without a tree, because it runs for every mail: what is not read is jumped over, and what is the template's
 * own is known from the mails before.
 */
public final class TextPart {

    private final TextScan scan;
    private final String html;
    private final int length;
    private final Blocks blocks;
    private final KnownParts<Passage> passages;
    private final TextShape shape;

    private int nextBlock;

    private TextPart(Page page, KnownText known, TextScratch scratch) {
        this.html = page.html();
        this.length = html.length();
        this.scan = new TextScan(html);
        this.blocks = page.blocks();
        this.passages = known.passages();
        this.shape = new TextShape(page, known, scratch.text());
    }

    /** Reads a mail's HTML. */
    public static Reading of(String html) {
        return of(Page.of(html), new KnownText());
    }

    /**
     * Reads a mail's HTML with the help of what is known already.
     *
     * @param known what is known of the template's own text
     */
    static Reading of(Page page, KnownText known) {
        var scratch = TextScratch.own();
        var part = new TextPart(page, known, scratch);
        Reading reading = part.read();
        scratch.keep(part.shape.room());
        return reading;
    }

    private Reading read() {
        int at = 0;
        while (at < length) {
            at = known(at);
            at = at < length ? unknown(at) : at;
        }
        return shape.finish();
    }

    /** Takes what is known to stand here; gives back where that ends. */
    private int known(int at) {
        while (nextBlock < blocks.size() && blocks.end(nextBlock) <= at) {
            nextBlock++;
        }
        if (nextBlock == blocks.size() || blocks.start(nextBlock) > at) {
            return at;
        }
        int shift = blocks.start(nextBlock) - blocks.from(nextBlock);
        Passage passage = passages.of(blocks.block(nextBlock), at - shift, blocks.end(nextBlock) - shift);
        passage.tell(shape, shift);
        int reached = passage.end() + shift;
        return reached < blocks.end(nextBlock) && html.charAt(reached) == '<' ? joined(passage, reached) : reached;
    }

    /** Takes what is known to begin here and to end in another block. */
    private int joined(Passage passage, int at) {
        Step step = passage.joints().step(html, blocks, nextBlock, at);
        if (step == null) {
            return at;
        }
        shape.take(step, 0);
        return step.end();
    }

    /** Looks at what stands here; gives back where that ends. */
    private int unknown(int at) {
        if (html.charAt(at) == '<') {
            Step step = scan.markup(at);
            shape.take(step, 0);
            return step.end();
        }
        int end = textEnd(at);
        if (shape.isPreformatted()) {
            shape.preformatted(at, end);
        } else {
            scan.words().tell(at, end, shape);
        }
        return end;
    }

    /** Where a text ends, or the template's own text begins in it, which is known. */
    private int textEnd(int at) {
        int end = scan.textEnd(at);
        int next = nextBlock < blocks.size() && blocks.start(nextBlock) <= at ? nextBlock + 1 : nextBlock;
        int block = next < blocks.size() ? blocks.start(next) : end;
        return block < end && block > at && shape.takesParts() && !isInEntity(at, block) ? block : end;
    }

    /** Whether an ampersand before a place may take what follows it for its own. */
    private boolean isInEntity(int from, int to) {
        int ampersand = to - 1;
        while (ampersand >= from && html.charAt(ampersand) != '&' && html.charAt(ampersand) != ';') {
            ampersand--;
        }
        return ampersand >= from && html.charAt(ampersand) == '&';
    }
}
