package org.personalize.plan;

import java.util.Arrays;
import java.util.BitSet;
import org.personalize.history.History;
import org.personalize.history.PartOfHistory;

/**
 * What some people did in every other week, so that what is chosen by the one half can be valued by the other. A week stays
 * together because a mail and what comes of it mostly do.
 */
final class Half extends PartOfHistory {

    private static final long WEEK_SECONDS = 7 * 86_400;

    /** 1970 began on a Thursday: weeks from Monday on begin three days earlier. */
    private static final long FIRST_MONDAY = 3 * 86_400;

    private final BitSet people;
    private final int parity;

    Half(History all, BitSet people, int parity) {
        super(all);
        this.people = people;
        this.parity = parity;
    }

    private boolean isIn(int event) {
        return Math.floorMod(Math.floorDiv(all.second(event) + FIRST_MONDAY, WEEK_SECONDS), 2) == parity;
    }

    @Override
    public int[] eventsOf(int person) {
        return people.get(person)
                ? Arrays.stream(all.eventsOf(person)).filter(this::isIn).toArray()
                : new int[0];
    }

    @Override
    public int size() {
        return all.size();
    }
}
