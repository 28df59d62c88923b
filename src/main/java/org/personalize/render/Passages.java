package org.personalize.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.personalize.template.Block;

/** What stands in the blocks of a template, from the places on at which a mail came to be read there. */
final class Passages {

    /** A block is nearly always come to at the same place; beyond these it is read anew. */
    private static final int MOST_PLACES = 16;

    private final Map<Block, Map<Integer, Step[]>> known = new ConcurrentHashMap<>();

    /** The steps from a place of a block on, up to the last one that does not depend on what follows the block. */
    Step[] of(Block block, int from) {
        Map<Integer, Step[]> places = known.computeIfAbsent(block, b -> new ConcurrentHashMap<>());
        Step[] steps = places.get(from);
        if (steps == null) {
            steps = steps(block.text(), from);
            if (places.size() < MOST_PLACES) {
                places.put(from, steps);
            }
        }
        return steps;
    }

    private static Step[] steps(String text, int from) {
        List<Step> steps = new ArrayList<>();
        var scan = new TextScan(text);
        int at = from;
        while (at < text.length()) {
            Step step = scan.step(at);
            if (step.needs() > text.length()) {
                break;
            }
            steps.add(step);
            at = step.end();
        }
        return steps.toArray(Step[]::new);
    }
}
