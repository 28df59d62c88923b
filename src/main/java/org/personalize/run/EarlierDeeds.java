package org.personalize.run;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.personalize.catalog.Catalog;
import org.personalize.history.History;
import org.personalize.history.Kind;

/** What somebody did before that speaks for an item, in a shop's words: of all that counts as wanting, what says most. */
final class EarlierDeeds {

    private final History history;
    private final Catalog catalog;

    EarlierDeeds(History history, Catalog catalog) {
        this.history = history;
        this.catalog = catalog;
    }

    /** {@code this person bought it before}. */
    String with(int person, int item) {
        return strongest(person, other -> other == item)
                .map(kind -> sentence(kind, "it"))
                .orElse("this person went for it before");
    }

    /** {@code this person looked at something from “boot” before}. */
    String inCategory(int person, @Nullable String category) {
        if (category == null) {
            return "it is of a kind that this person went for before";
        }
        String some = "something from “" + category + "”";
        return strongest(person, item -> category.equals(catalog.item(item).category()))
                .map(kind -> sentence(kind, some))
                .orElse("this person went for " + some + " before");
    }

    private Optional<Kind> strongest(int person, IntPredicate items) {
        return IntStream.range(0, history.events(person))
                .map(nth -> history.event(person, nth))
                .filter(event -> history.weight(event) > 0 && history.item(event) >= 0)
                .filter(event -> items.test(history.item(event)))
                .mapToObj(history::kind)
                .max(Comparator.comparingInt(EarlierDeeds::strength));
    }

    private static int strength(Kind kind) {
        return switch (kind) {
            case PURCHASE -> 5;
            case CART -> 4;
            case RATING -> 3;
            case CLICK -> 2;
            case VIEW -> 1;
            case SENT, DELIVERED, OPEN, REFUND, UNSUBSCRIBE, SUBSCRIBE, BOUNCE, COMPLAINT, OTHER -> 0;
        };
    }

    private static String sentence(Kind kind, String what) {
        String deed = switch (kind) {
            case PURCHASE -> "bought " + what;
            case CART -> "put " + what + " into the cart";
            case RATING -> "rated " + what;
            case CLICK -> "clicked " + what;
            case VIEW -> "looked at " + what;
            case SENT, DELIVERED, OPEN, REFUND, UNSUBSCRIBE, SUBSCRIBE, BOUNCE, COMPLAINT, OTHER -> "went for " + what;
        };
        return "this person " + deed + " before";
    }
}
