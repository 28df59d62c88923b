package org.personalize.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where a template's own text stands in an output, in the order of the output. A block may stand there in part, where
 * something within it was replaced afterwards; what lies between blocks is filled in.
 */
public final class Blocks {

    private static final int USUAL = 64;
    private static final int FIELDS = 3;
    private static final int START = 0;
    private static final int FROM = 1;
    private static final int LENGTH = 2;

    private final List<Block> blocks = new ArrayList<>(USUAL);
    private int[] places = new int[USUAL * FIELDS];

    public int size() {
        return blocks.size();
    }

    public Block block(int number) {
        return blocks.get(number);
    }

    /** Where it starts in the output. */
    public int start(int number) {
        return places[number * FIELDS + START];
    }

    /** One past its last character in the output. */
    public int end(int number) {
        return start(number) + places[number * FIELDS + LENGTH];
    }

    /** Which character of the block stands at its start. */
    public int from(int number) {
        return places[number * FIELDS + FROM];
    }

    /** @param start where in the output; behind everything that was added before */
    public void add(Block block, int start, int from, int length) {
        int at = blocks.size() * FIELDS;
        if (at == places.length) {
            places = Arrays.copyOf(places, at * 2);
        }
        places[at + START] = start;
        places[at + FROM] = from;
        places[at + LENGTH] = length;
        blocks.add(block);
    }
}
