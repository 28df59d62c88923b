package org.personalize.history;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.personalize.problem.Amount;
import org.personalize.problem.Problem;
import org.personalize.template.RenderFailure;

/** Counts what became of every row, and says once what the user should know of it. */
final class EventCounts {

    private static final int MOST_NAMES = 100;
    private static final int MOST_NAMES_SAID = 10;

    private final Map<Tally, Long> counts = new EnumMap<>(Tally.class);
    private final Map<String, Long> unknownEvents = new TreeMap<>();
    private @Nullable String firstFailure;

    void add(Tally tally) {
        counts.merge(tally, 1L, Long::sum);
    }

    long of(Tally tally) {
        return counts.getOrDefault(tally, 0L);
    }

    void unknownEvent(String name) {
        add(Tally.UNKNOWN_EVENTS);
        if (unknownEvents.size() < MOST_NAMES || unknownEvents.containsKey(name)) {
            unknownEvents.merge(name, 1L, Long::sum);
        }
    }

    void failed(SignalRule rule, RenderFailure failure) {
        add(Tally.SIGNAL_FAILURES);
        if (firstFailure == null) {
            firstFailure = "signals." + rule.event() + ": " + failure.getMessage();
        }
    }

    /** Every count that is not zero, and always how many were read and kept. */
    Map<String, Long> all() {
        var all = new LinkedHashMap<String, Long>();
        for (Tally tally : Tally.values()) {
            if (of(tally) > 0 || tally == Tally.READ || tally == Tally.KEPT) {
                all.put(tally.word(), of(tally));
            }
        }
        return all;
    }

    List<String> notes(ZoneId zone) {
        var notes = new ArrayList<String>();
        if (of(Tally.WITHOUT_OFFSET) > 0) {
            notes.add(Amount.of(
                            of(Tally.WITHOUT_OFFSET),
                            "timestamp of an event carries no offset; it is read as a time in ",
                            "timestamps of events carry no offset; they are read as times in ")
                    + zone + ".");
        }
        if (!unknownEvents.isEmpty()) {
            var names = unknownEvents.keySet().stream()
                    .limit(MOST_NAMES_SAID)
                    .map(Problem::quote)
                    .toList();
            notes.add(Amount.of(
                            of(Tally.UNKNOWN_EVENTS),
                            "event has a name without a weight under signals and is not used: ",
                            "events have a name without a weight under signals and are not used: ")
                    + String.join(", ", names) + (unknownEvents.size() > MOST_NAMES_SAID ? ", …" : "") + ".");
        }
        if (of(Tally.IN_THE_FUTURE) > 0) {
            notes.add(Amount.of(
                    of(Tally.IN_THE_FUTURE),
                    "event lies in the future and is not used.",
                    "events lie in the future and are not used."));
        }
        if (firstFailure != null) {
            notes.add(Amount.of(of(Tally.SIGNAL_FAILURES), "event", "events") + " could not be weighed; the first: "
                    + firstFailure);
        }
        return notes;
    }
}
