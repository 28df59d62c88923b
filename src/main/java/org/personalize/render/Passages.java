package org.personalize.render;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.personalize.template.Block;

/** What stands in the blocks of a template, from and to the places between which mails hold them. */
final class Passages {

    /** A block nearly always stands in a mail as a whole and is come to at the same place; beyond these it is read anew. */
    private static final int MOST_PLACES = 64;

    private final Map<Block, Map<Long, Passage>> known = new ConcurrentHashMap<>();

    /** What stands between two places of a block. */
    Passage of(Block block, int from, int to) {
        Map<Long, Passage> places = known.computeIfAbsent(block, b -> new ConcurrentHashMap<>());
        long place = (long) from << Integer.SIZE | to;
        Passage passage = places.get(place);
        if (passage == null) {
            passage = new Passage(block.text().substring(0, to), from);
            if (places.size() < MOST_PLACES) {
                places.put(place, passage);
            }
        }
        return passage;
    }
}
