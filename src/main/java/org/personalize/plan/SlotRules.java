package org.personalize.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Slot;
import org.personalize.problem.Nearest;
import org.personalize.problem.Problem;

/** A slot's rules with every id looked up once; shared by all threads. */
record SlotRules(
        Slot slot,
        Shelf shelf,
        List<Integer> pinned,
        Map<Integer, Double> boosts,
        @Nullable Instant shownSince) {

    static SlotRules of(Slot slot, Stock stock, Planning planning, Notices notices) {
        var where = planning.conditions().slots().get(slot.name());
        var shelf = new Shelf(stock, where, planning.campaign().schedule().zone());
        List<Integer> pinned = slot.pin().stream()
                .map(id -> number(id, "pin", slot, planning, notices))
                .filter(item -> item >= 0)
                .distinct()
                .toList();
        Map<Integer, Double> boosts = new TreeMap<>();
        new TreeMap<>(slot.boost()).forEach((id, factor) -> {
            int item = number(id, "boost", slot, planning, notices);
            if (item >= 0) {
                boosts.put(item, factor);
            }
        });
        var hidden = slot.hideShownFor();
        return new SlotRules(
                slot,
                shelf,
                pinned,
                boosts,
                hidden == null ? null : planning.now().minus(hidden));
    }

    boolean isBoosted(int item) {
        return !boosts.isEmpty() && boosts.containsKey(item);
    }

    private static int number(String id, String key, Slot slot, Planning planning, Notices notices) {
        int item = planning.catalog().itemOf(id);
        if (item < 0) {
            String nearest = Nearest.to(id, ids(planning))
                    .map(known -> " Did you mean " + known + "?")
                    .orElse("");
            notices.say("slot " + slot.name() + ": " + key + " names " + Problem.quote(id)
                    + ", which no item file knows." + nearest);
        }
        return item;
    }

    private static List<String> ids(Planning planning) {
        List<String> ids = new ArrayList<>();
        for (int item = 0; item < planning.catalog().size(); item++) {
            ids.add(planning.catalog().item(item).id());
        }
        return ids;
    }
}
