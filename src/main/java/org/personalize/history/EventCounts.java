package org.personalize.history;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.personalize.problem.Amount;
import org.personalize.problem.Problem;
import org.personalize.template.RenderFailure;

/**
 * Counts what became of every row, and says once what the user should know of it. Several threads may count; the names of
 * events and failed conditions are one thread's.
 */
final class EventCounts {

    /** What gives machines away, in the order in which it is said. */
    private static final String ONE_IGNORED = " and counts for nothing: ";

    private static final String IGNORED = " and count for nothing: ";
    private static final Map<Tally, String> MACHINES = machineWords();

    private static final int MOST_NAMES = 100;
    private static final int MOST_NAMES_SAID = 10;

    private final Map<Tally, LongAdder> counts = new EnumMap<>(Tally.class);
    private final Map<String, Long> unknownEvents = new TreeMap<>();
    private @Nullable String firstFailure;

    EventCounts() {
        for (Tally tally : Tally.values()) {
            counts.put(tally, new LongAdder());
        }
    }

    private static Map<Tally, String> machineWords() {
        Map<Tally, String> words = new EnumMap<>(Tally.class);
        words.put(Tally.MACHINES_BY_FLAG, "marked so in the file");
        words.put(Tally.MACHINES_BY_AGENT, "by the name of a scanner or another program");
        words.put(Tally.MACHINES_AT_ONCE, "within " + MachineTiming.AT_ONCE_SECONDS + " seconds of the delivery");
        words.put(Tally.MACHINES_ON_ALL_LINKS, "on many links within " + MachineTiming.BURST_SECONDS + " seconds");
        words.put(Tally.MACHINES_AHEAD, "within minutes of nearly every delivery to the person");
        return words;
    }

    void add(Tally tally) {
        add(tally, 1);
    }

    private void add(Tally tally, long rows) {
        counter(tally).add(rows);
    }

    private LongAdder counter(Tally tally) {
        return Objects.requireNonNull(counts.get(tally));
    }

    /** Of rows that were kept until it was seen that they repeat others. */
    void repeated(int rows) {
        add(Tally.KEPT, -rows);
        add(Tally.REPEATED, rows);
    }

    /** Counts who is behind the events that were kept. */
    void count(EventColumns columns) {
        for (Mark.Count count : Mark.reactions(columns.marks)) {
            Tally tally = tally(count.reaction());
            if (tally != null) {
                add(tally, count.events());
            }
        }
    }

    private static @Nullable Tally tally(Reaction reaction) {
        return switch (reaction) {
            case HUMAN -> null;
            case UNDECIDED, IMAGE_PROXY -> Tally.UNKNOWN_READERS;
            case FLAGGED -> Tally.MACHINES_BY_FLAG;
            case AGENT -> Tally.MACHINES_BY_AGENT;
            case AT_ONCE -> Tally.MACHINES_AT_ONCE;
            case ALL_LINKS -> Tally.MACHINES_ON_ALL_LINKS;
            case AHEAD -> Tally.MACHINES_AHEAD;
        };
    }

    long of(Tally tally) {
        return counter(tally).sum();
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

    /** What is said where machines count after all. */
    static String countingMachines(String note) {
        return note.replace(ONE_IGNORED, " and counts all the same: ").replace(IGNORED, " and count all the same: ");
    }

    private Optional<String> machines() {
        List<String> ways = MACHINES.entrySet().stream()
                .filter(way -> of(way.getKey()) > 0)
                .map(way -> Amount.of(of(way.getKey())) + " " + way.getValue())
                .toList();
        long all = MACHINES.keySet().stream().mapToLong(this::of).sum();
        return all == 0
                ? Optional.empty()
                : Optional.of(Amount.of(
                                all,
                                "open or click is a machine's" + ONE_IGNORED,
                                "opens and clicks are machines'" + IGNORED)
                        + String.join(", ", ways) + ".");
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
        future(notes);
        machines().ifPresent(notes::add);
        if (firstFailure != null) {
            notes.add(Amount.of(of(Tally.SIGNAL_FAILURES), "event", "events") + " could not be weighed; the first: "
                    + firstFailure);
        }
        return notes;
    }

    /** That a run was given a later clock than this one's is no fault of any event. */
    private void future(List<String> notes) {
        long own = of(Tally.OWN_MAILS_IN_THE_FUTURE);
        long others = of(Tally.IN_THE_FUTURE) - own;
        if (others > 0) {
            notes.add(Amount.of(
                    others, "event lies in the future and is not used.", "events lie in the future and are not used."));
        }
        if (own > 0) {
            notes.add(Amount.of(
                    own,
                    "mail of the ledger went out more than a day later than this run's clock; nothing is learned from it.",
                    "mails of the ledger went out more than a day later than this run's clock;"
                            + " nothing is learned from them."));
        }
    }
}
