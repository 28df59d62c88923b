package org.personalize.template;

import java.util.Collection;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of a template, known by the arrays in which FreeMarker keeps them: it writes the very same array in every
 * rendering, so that what arrives is known without being compared.
 */
final class OwnText {

    private final IdentityHashMap<char[], Piece> pieces = new IdentityHashMap<>();

    OwnText(Collection<Parsed> files) {
        files.forEach(file -> file.root().ifPresent(this::gather));
    }

    private void gather(Node node) {
        if (node.isKind("TextBlock") && node.value("text") instanceof char[] text) {
            pieces.put(text, new Piece(text, new Block(new String(text))));
        }
        node.children().forEach(this::gather);
    }

    /**
     * The piece whose array this is; null when it is none.
     *
     * @param before what was written before it; what followed that last time is tried first
     */
    @Nullable
    Piece pieceIn(char[] array, @Nullable Piece before) {
        Piece guess = before == null ? null : before.next;
        if (guess != null && guess.array == array) {
            return guess;
        }
        Piece found = pieces.get(array);
        if (before != null && found != null) {
            before.next = found;
        }
        return found;
    }

    /** A block and FreeMarker's array of it. */
    static final class Piece {

        private final char[] array;
        private final Block block;

        /** What followed it in some mail, of whichever thread: a guess that is always compared. */
        private @Nullable Piece next;

        Piece(char[] array, Block block) {
            this.array = array;
            this.block = block;
        }

        Block block() {
            return block;
        }
    }
}
