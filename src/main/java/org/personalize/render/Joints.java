package org.personalize.render;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.personalize.template.Blocks;

/** What is known to begin at the end of a passage and to end in another block, by the blocks that it goes through. */
final class Joints {

    /** Which blocks follow one another depends on a template's branches; beyond these a tag is read anew. */
    private static final int MOST = 16;

    private final List<Joint> known = new CopyOnWriteArrayList<>();

    /**
     * The step that begins here; null where it has to be read anew.
     *
     * @param number of the block in which it begins
     * @param at where in the mail it begins
     */
    @Nullable
    Step step(String html, Blocks blocks, int number, int at) {
        for (Joint joint : known) {
            if (joint.isAt(blocks, number)) {
                return joint.step(html, blocks, number, at);
            }
        }
        if (known.size() < MOST) {
            known.add(Joint.of(blocks, number, at));
        }
        return null;
    }
}
