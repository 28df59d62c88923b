package org.personalize.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.personalize.ledger.Promise;
import org.personalize.ledger.Promise.Shown;
import org.personalize.plan.Decision;
import org.personalize.plan.Decision.Group;
import org.personalize.plan.FreshContent;

/** The content of a mail at the moment of sending: as it was promised, or, with {@code refresh: content}, chosen anew. */
final class Refresh {

    private final Material material;
    private final @Nullable FreshContent fresh;

    Refresh(Material material) {
        this.material = material;
        fresh = material.campaign().schedule().refreshesContent() ? new FreshContent(material.planning()) : null;
    }

    /** Empty where a slot that must be filled finds too few items by now. */
    Optional<Decision> decision(int person, Promise promise, Instant at) {
        Decision promised = material.decision(person, promise, at);
        if (fresh == null) {
            return Optional.of(promised);
        }
        boolean isPlain =
                promise.group() == Group.PLAIN_MAIL || !material.audience().allowsPersonalization(person);
        return fresh.of(person, at, isPlain)
                .map(slots -> new Decision(
                        person,
                        promised.status(),
                        null,
                        promised.sendAt(),
                        promised.hourChance(),
                        promised.variant(),
                        promised.variantChance(),
                        promised.group(),
                        slots));
    }

    /** What a mail shows that was not promised; null where it shows what was. */
    @Nullable
    Map<String, List<Shown>> news(Decision decision, Promise promise) {
        if (fresh == null) {
            return null;
        }
        Map<String, List<Shown>> shown = material.shown(decision);
        return shown.equals(promise.slots()) ? null : shown;
    }

    /** Such as {@code picks: tent-7|map-2 instead of tent-7|lamp-1}. */
    static String words(Map<String, List<Shown>> news, Promise promise) {
        var words = new StringJoiner("; ");
        news.forEach((slot, items) -> {
            String now = ids(items);
            String then = ids(promise.slots().getOrDefault(slot, List.of()));
            if (!now.equals(then)) {
                words.add(slot + ": " + now + " instead of " + then);
            }
        });
        return words.toString();
    }

    private static String ids(List<Shown> items) {
        return items.stream().map(Shown::item).collect(Collectors.joining("|"));
    }
}
