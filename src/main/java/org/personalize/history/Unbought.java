package org.personalize.history;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

/**
 * What somebody put into the cart, or looked at, since they last bought anything: what a mail can remind them of. Whoever
 * orders has left the rest behind on purpose; and after a month nobody remembers.
 */
public final class Unbought {

    private static final Duration REMEMBERED = Duration.ofDays(30);

    private Unbought() {}

    /** The items, the latest first. */
    public static int[] items(History history, int person, Kind kind, Instant now) {
        return events(history, person, kind, now)
                .map(history::item)
                .filter(item -> item >= 0)
                .distinct()
                .toArray();
    }

    /** The events in which this was done, the latest first. */
    static IntStream events(History history, int person, Kind kind, Instant now) {
        long until = now.getEpochSecond();
        long from = until - REMEMBERED.toSeconds();
        int last = history.events(person) - 1;
        return IntStream.rangeClosed(0, last)
                .map(nth -> history.event(person, last - nth))
                .dropWhile(event -> history.second(event) > until)
                .takeWhile(event -> history.second(event) > from && history.kind(event) != Kind.PURCHASE)
                .filter(event -> history.kind(event) == kind)
                .filter(event -> history.reaction(event).reader() != Reader.MACHINE);
    }
}
