package org.personalize.taste;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.personalize.audience.Audience;
import org.personalize.history.History;

/** What each person wanted, once per item and basket however often a log says so. */
final class Wants {

    /** An item that was wanted, how much, and when. */
    record Want(int item, float weight, long second) {}

    private final Audience audience;
    private final History history;

    Wants(Audience audience, History history) {
        this.audience = audience;
        this.history = history;
    }

    /** Empty for people from whom nothing may be learned. Of equal wants the strongest counts, then the latest. */
    List<Want> of(int person) {
        if (!audience.allowsPersonalization(person)) {
            return List.of();
        }
        boolean allowsTracking = audience.allowsTracking(person);
        int[] events = Arrays.stream(history.eventsOf(person))
                .filter(e -> counts(e, allowsTracking))
                .toArray();
        if (events.length <= 1) {
            return Arrays.stream(events).mapToObj(this::want).toList();
        }
        Comparator<Integer> bySameness =
                Comparator.<Integer>comparingInt(history::item).thenComparing(history::basket);
        List<Integer> sorted = IntStream.of(events)
                .boxed()
                .sorted(bySameness
                        .thenComparing(history::weight, Comparator.reverseOrder())
                        .thenComparing(history::second, Comparator.reverseOrder()))
                .toList();
        return IntStream.range(0, sorted.size())
                .filter(i -> i == 0 || bySameness.compare(sorted.get(i - 1), sorted.get(i)) != 0)
                .mapToObj(i -> want(sorted.get(i)))
                .toList();
    }

    private boolean counts(int event, boolean allowsTracking) {
        boolean isAllowed = allowsTracking || !history.kind(event).isTracked();
        return isAllowed && history.item(event) >= 0 && history.weight(event) > 0;
    }

    private Want want(int event) {
        return new Want(history.item(event), history.weight(event), history.second(event));
    }
}
