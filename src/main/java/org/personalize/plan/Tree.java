package org.personalize.plan;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Through what everybody passes: a slot, with a limit on its day the day, and then the root, which takes any number.
 * Numbered so that whatever passes into another comes before it: the slots, nowhere among them as the last, the days, the
 * root.
 */
final class Tree {

    private final int slots;
    private final int[] parents;
    private final long[] rooms;
    private final int[][] children;

    Tree(Rooms limits) {
        slots = limits.slots() + 1;
        int days = limits.byDay().length;
        int root = slots + days;
        parents = new int[root + 1];
        rooms = new long[root + 1];
        Arrays.fill(parents, root);
        Arrays.fill(rooms, Long.MAX_VALUE / 2);
        for (int slot = 0; slot < limits.slots(); slot++) {
            parents[slot] = days == 0 ? root : slots + limits.dayOf()[slot];
            rooms[slot] = limits.bySlot()[slot];
        }
        for (int day = 0; day < days; day++) {
            rooms[slots + day] = limits.byDay()[day];
        }
        children = new int[root + 1][];
        Arrays.setAll(
                children,
                node -> IntStream.range(0, root)
                        .filter(child -> parents[child] == node)
                        .toArray());
    }

    int size() {
        return parents.length;
    }

    /** How many slots there are, with nowhere as the last. */
    int slots() {
        return slots;
    }

    int root() {
        return parents.length - 1;
    }

    int parent(int node) {
        return parents[node];
    }

    long room(int node) {
        return rooms[node];
    }

    /** The nodes that lead into this one; to be read only. */
    int[] children(int node) {
        return children[node];
    }
}
