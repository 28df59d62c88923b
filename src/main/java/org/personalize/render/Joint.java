package org.personalize.render;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalize.template.Block;
import org.personalize.template.Blocks;

/**
 * A tag that goes through several blocks of a template with values between them, or something passed over that does so:
 * what it is was found out once, with a stand-in for every value.
 */
final class Joint {

    private static final int MOST_PIECES = 16;

    private final List<Piece> pieces;
    private final @Nullable Step step;
    private final Place end;
    private final @Nullable Span target;
    private final @Nullable Span source;
    private final @Nullable Span alt;

    /**
     * A block, between which of its characters it was looked at, and where those begin in the text with stand-ins.
     */
    private record Piece(Block block, int from, int to, int start) {}

    /** So many characters behind the start of a piece. */
    private record Place(int piece, int offset) {}

    private record Span(Place from, Place to) {}

    /** What was read; its step is null where a stand-in is no help. */
    private Joint(List<Piece> pieces, String text, @Nullable Step step) {
        this.pieces = List.copyOf(pieces);
        this.step = step;
        this.end = place(step == null ? 0 : step.end());
        OpenTag tag = step == null ? null : step.started();
        this.target = tag == null || tag.target() == null ? null : span(text, "href");
        this.source = tag == null || tag.source() == null ? null : span(text, "src");
        this.alt = tag == null || tag.alt() == null ? null : span(text, "alt");
    }

    /**
     * Reads what begins in a block and does not end in it.
     *
     * @param number of the block
     * @param at where in the mail it begins
     */
    static Joint of(Blocks blocks, int number, int at) {
        var pieces = new ArrayList<Piece>();
        var text = new StringBuilder();
        Step step = null;
        int most = Math.min(blocks.size(), number + MOST_PIECES);
        for (int i = number; i < most && (step == null || step.needs() > text.length()); i++) {
            text.append(i == number ? "" : StandIn.LETTER);
            Block block = blocks.block(i);
            int from = blocks.from(i) + (i == number ? at - blocks.start(i) : 0);
            int to = blocks.from(i) + blocks.end(i) - blocks.start(i);
            pieces.add(new Piece(block, from, to, text.length()));
            text.append(block.text(), from, to);
            step = new TextScan(text.toString()).markup(0);
        }
        String read = text.toString();
        return new Joint(pieces, read, step != null && isUsable(step, read, pieces) ? step : null);
    }

    private static boolean isUsable(Step step, String text, List<Piece> pieces) {
        OpenTag tag = step.started();
        boolean dependsOnAll = tag != null && (tag.element() == Element.TABLE || tag.element() == Element.OL);
        return step.needs() <= text.length()
                && step.words() == null
                && !dependsOnAll
                && pieces.stream().skip(1).allMatch(piece -> StandIn.fits(text, piece.start - 1));
    }

    private Span span(String text, String name) {
        int length = Tag.end(text, 0);
        int from = Tag.valueStart(text, 0, length, name);
        return new Span(place(from), place(Tag.valueEnd(text, from, length)));
    }

    private Place place(int at) {
        int piece = pieces.size() - 1;
        while (piece > 0 && pieces.get(piece).start > at) {
            piece--;
        }
        return new Place(piece, at - pieces.get(piece).start);
    }

    /** Whether a mail goes through the same blocks from this one on. */
    boolean isAt(Blocks blocks, int number) {
        if (blocks.size() - number < pieces.size()) {
            return false;
        }
        for (int i = 1; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            int block = number + i;
            boolean isSame = blocks.block(block) == piece.block
                    && blocks.from(block) == piece.from
                    && blocks.end(block) - blocks.start(block) == piece.to - piece.from;
            if (!isSame) {
                return false;
            }
        }
        return true;
    }

    /** The step as it stands in a mail; null where a value may make something else of it. */
    @Nullable
    Step step(String html, Blocks blocks, int number, int at) {
        Step known = step;
        if (known == null || !isHarmless(html, blocks, number)) {
            return null;
        }
        var mail = new InMail(html, blocks, number, at);
        int ends = mail.at(end);
        OpenTag tag = known.started();
        if (tag != null && (target != null || source != null || alt != null)) {
            tag = new OpenTag(tag.element(), mail.value(target), mail.value(source), mail.value(alt), false, 1);
        }
        return new Step(at, ends, ends, null, tag, known.ended());
    }

    private boolean isHarmless(String html, Blocks blocks, int number) {
        for (int i = 1; i < pieces.size(); i++) {
            if (!StandIn.isFor(html, blocks.end(number + i - 1), blocks.start(number + i))) {
                return false;
            }
        }
        return true;
    }

    /** Where in a mail the pieces stand. */
    private record InMail(String html, Blocks blocks, int number, int start) {

        int at(Place place) {
            return place.offset + (place.piece == 0 ? start : blocks.start(number + place.piece));
        }

        @Nullable
        String value(@Nullable Span span) {
            return span == null ? null : Entities.unescape(html.substring(at(span.from), at(span.to)));
        }
    }
}
