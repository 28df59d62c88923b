package org.personalize.history;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A history of which only some events are looked at: those that {@link #eventsOf} and {@link #size} leave. Each event is
 * what it is in the whole.
 */
public abstract class PartOfHistory implements History {

    protected final History all;

    protected PartOfHistory(History all) {
        this.all = all;
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
    public boolean isSoftBounce(int event) {
        return all.isSoftBounce(event);
    }

    @Override
    public List<String> notes() {
        return all.notes();
    }
}
