package org.personalize.campaign;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Text.Line;

/**
 * A place in the mail for chosen items.
 *
 * @param pick how many are wanted
 * @param atLeast fewer than this is a failure of the slot, settled by {@code otherwise}
 * @param from which items come into question at all
 * @param where a condition over {@code item.<column>} and the person; null for any item
 * @param hideShownFor null: items shown before may be shown again
 * @param maxPerCategory 0 for no limit
 * @param pin item ids that always come first
 * @param boost item id to a factor on its score
 */
public record Slot(
        String name,
        int pick,
        int atLeast,
        Otherwise otherwise,
        From from,
        @Nullable Line where,
        boolean hidesBought,
        @Nullable Duration hideShownFor,
        int maxPerCategory,
        List<String> pin,
        Map<String, Double> boost) {

    public Slot {
        if (pick < 1 || atLeast < 0 || atLeast > pick) {
            throw new IllegalArgumentException("a slot picks one item or more, and wants no more than it picks");
        }
        pin = List.copyOf(pin);
        boost = Collections.unmodifiableMap(new LinkedHashMap<>(boost));
    }

    /** Among which items a slot looks, before any other rule. */
    public enum From {
        /** Whatever is in the item file. */
        ALL,
        /** What the person put into the cart since they last bought anything. */
        CART,
        /** What the person looked at since then. */
        VIEWED
    }

    /** What happens when fewer than {@code atLeast} items are left for somebody. */
    public enum Otherwise {
        /** Filled with the most popular items; {@code from} and the personal rules are dropped, availability and {@code where} stay. */
        POPULAR,
        /** The slot stays empty. */
        HIDE,
        /** The person gets no mail. */
        SKIP_PERSON
    }
}
