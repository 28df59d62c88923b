package org.personalize.template;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What was worked out about parts of a template's own text, once for all outputs that hold them. May be used from many
 * threads at once.
 */
public final class KnownParts<T> {

    /** A block nearly always stands in an output as a whole; beyond so many parts of it, others are worked out anew. */
    private static final int MOST_OF_A_BLOCK = 64;

    private final Map<Block, Part<T>> known = new ConcurrentHashMap<>();
    private final Work<T> work;

    public KnownParts(Work<T> work) {
        this.work = work;
    }

    /** Works something out about a part of a text. */
    @FunctionalInterface
    public interface Work<T> {
        T of(String text, int from, int to);
    }

    /** A part, and those of the same block that were met before it. */
    private record Part<T>(
            int from, int to, T worth, @Nullable Part<T> earlier, int number) {}

    /** What is known about a block between two of its places. */
    public T of(Block block, int from, int to) {
        Part<T> latest = known.get(block);
        for (Part<T> part = latest; part != null; part = part.earlier) {
            if (part.from == from && part.to == to) {
                return part.worth;
            }
        }
        T worth = work.of(block.text(), from, to);
        int number = latest == null ? 1 : latest.number + 1;
        if (number <= MOST_OF_A_BLOCK) {
            known.put(block, new Part<>(from, to, worth, latest, number));
        }
        return worth;
    }
}
