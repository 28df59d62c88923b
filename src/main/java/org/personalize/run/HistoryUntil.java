package org.personalize.run;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.history.History;
import org.personalize.history.Kind;
import org.personalize.history.Reaction;

/** What was known at a moment of the past: a history without anything later. */
final class HistoryUntil implements History {

    private final History all;
    private final int size;

    /** @param second the first that is not known any more */
    HistoryUntil(History all, long second) {
        this.all = all;
        size = all.firstFrom(second);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int events(int person) {
        int low = 0;
        int high = all.events(person);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.event(person, middle) < size) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public int event(int person, int nth) {
        return all.event(person, nth);
    }

    @Override
    public int[] eventsOf(int person) {
        return Arrays.copyOf(all.eventsOf(person), events(person));
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
}
