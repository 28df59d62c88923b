package org.personalize.plan;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.history.History;
import org.personalize.history.Kind;
import org.personalize.history.Reaction;

/**
 * What some people did in every other week, so that what is chosen by the one half can be valued by the other. A week stays
 * together because a mail and what comes of it mostly do.
 */
final class Half implements History {

    private static final long WEEK_SECONDS = 7 * 86_400;

    /** 1970 began on a Thursday: weeks from Monday on begin three days earlier. */
    private static final long FIRST_MONDAY = 3 * 86_400;

    private final History all;
    private final BitSet people;
    private final int parity;

    Half(History all, BitSet people, int parity) {
        this.all = all;
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

    @Override
    public int person(int event) {
        return all.person(event);
    }

    @Override
    public int item(int event) {
        return all.item(event);
    }

    @Override
    public Kind kind(int event) {
        return all.kind(event);
    }

    @Override
    public long second(int event) {
        return all.second(event);
    }

    @Override
    public double value(int event) {
        return all.value(event);
    }

    @Override
    public float weight(int event) {
        return all.weight(event);
    }

    @Override
    public Reaction reaction(int event) {
        return all.reaction(event);
    }

    @Override
    public @Nullable String campaign(int event) {
        return all.campaign(event);
    }

    @Override
    public int campaignNumber(int event) {
        return all.campaignNumber(event);
    }

    @Override
    public int campaigns() {
        return all.campaigns();
    }

    @Override
    public int basket(int event) {
        return all.basket(event);
    }

    @Override
    public boolean isTakenBack(int event) {
        return all.isTakenBack(event);
    }

    @Override
    public boolean hasHour(int event) {
        return all.hasHour(event);
    }

    @Override
    public Map<String, Long> counts() {
        return all.counts();
    }

    @Override
    public List<String> notes() {
        return all.notes();
    }
}
