package org.personalize.taste;

import java.util.stream.IntStream;

/** Work cut into pieces that never depend on how many processors there are. */
final class Chunks {

    interface Piece {
        void work(int chunk, int from, int to);
    }

    private Chunks() {}

    static int count(int size, int length) {
        return (size + length - 1) / length;
    }

    /** Does all pieces, several at once; each must write only what is its own. */
    static void each(int size, int length, Piece piece) {
        IntStream.range(0, count(size, length))
                .parallel()
                .forEach(chunk -> piece.work(chunk, chunk * length, Math.min(size, (chunk + 1) * length)));
    }
}
