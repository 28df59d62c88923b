package org.personalize.plan;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.personalize.plan.Decision.Choice;

/**
 * Chooses somebody's items at the moment of sending, from what the item file holds now: by the rules and scores by which a
 * plan chooses them. Safe to use from many threads.
 */
public final class FreshContent {

    private final Planning planning;
    private final ThreadLocal<Filling> fillings;

    public FreshContent(Planning planning) {
        this.planning = planning;
        var stock = new Stock(planning.catalog(), planning.now());
        var notices = new Notices();
        List<SlotRules> rules = planning.campaign().slots().stream()
                .map(slot -> SlotRules.of(slot, stock, planning, notices))
                .toList();
        fillings = ThreadLocal.withInitial(() -> new Filling(planning, stock, rules, notices));
    }

    /**
     * What to show; empty where a slot that must be filled finds too few.
     *
     * @param isPlain whether the mail is made without knowledge of the person
     */
    public Optional<Map<String, List<Choice>>> of(int person, Instant at, boolean isPlain) {
        var picks = new Picks(1, planning.campaign().slots().size());
        // What is available is remembered for each moment that is asked for.
        Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
        if (!fillings.get().fill(new Filling.Wanted(person, minute, isPlain, Map.of()), picks)) {
            return Optional.empty();
        }
        Map<String, List<Choice>> slots = new LinkedHashMap<>();
        for (int slot = 0; slot < planning.campaign().slots().size(); slot++) {
            slots.put(planning.campaign().slots().get(slot).name(), picks.of(0, slot));
        }
        return Optional.of(slots);
    }
}
