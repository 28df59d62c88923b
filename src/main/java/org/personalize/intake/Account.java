package org.personalize.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What became of every record of a file: each is understood, left out for a reason, or unreadable, and is counted once. A
 * record is a line, an object of JSON or a message; one that names several people makes several events.
 */
public final class Account {

    /** Reasons beyond these are counted together. */
    static final int MOST_REASONS = 100;

    static final String OTHER_REASONS = "other reasons";

    /** So many places of unreadable records are remembered. */
    static final int MOST_PLACES = 20;

    private final Consumer<Returned> taker;
    private final Map<Form, Long> understood = new EnumMap<>(Form.class);
    private final Map<String, Long> ignored = new TreeMap<>();
    private final Map<String, Long> unreadable = new TreeMap<>();
    private final Map<String, Long> events = new TreeMap<>();
    private final List<Place> places = new ArrayList<>();
    private long pending;

    Account(Consumer<Returned> taker) {
        this.taker = taker;
    }

    /** An unreadable record. */
    public record Place(long line, String reason) {}

    /** An event of the record that is being read. */
    void event(Returned event) {
        pending++;
        events.merge(event.word() + (event.kind().isEmpty() ? "" : " " + event.kind()), 1L, Long::sum);
        taker.accept(event);
    }

    /** The record was read and gave what it has; where that is nothing, it is left out for this reason. */
    void took(Form form, String reasonIfNothing) {
        if (pending == 0) {
            ignored(reasonIfNothing);
        } else {
            understood.merge(form, 1L, Long::sum);
            pending = 0;
        }
    }

    void ignored(String reason) {
        count(ignored, reason);
    }

    void unreadable(long line, String reason) {
        count(unreadable, reason);
        pending = 0;
        if (places.size() < MOST_PLACES) {
            places.add(new Place(line, reason));
        }
    }

    private static void count(Map<String, Long> counts, String reason) {
        boolean isKnown = counts.size() < MOST_REASONS || counts.containsKey(reason);
        counts.merge(isKnown ? reason : OTHER_REASONS, 1L, Long::sum);
    }

    /** All records: those understood, left out and unreadable. */
    public long records() {
        return sum(understood.values()) + sum(ignored.values()) + sum(unreadable.values());
    }

    private static long sum(Iterable<Long> counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    /** The records that were understood, by what they turned out to be. */
    public Map<Form, Long> understood() {
        return Map.copyOf(understood);
    }

    /** The form that most records have; none where nothing was understood. */
    public java.util.Optional<Form> mostly() {
        return understood.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    public long understoodRecords() {
        return sum(understood.values());
    }

    public long unreadableRecords() {
        return sum(unreadable.values());
    }

    /** Reason to count, in the order of the reasons. */
    public Map<String, Long> ignored() {
        return new TreeMap<>(ignored);
    }

    /** Reason to count, in the order of the reasons. */
    public Map<String, Long> unreadable() {
        return new TreeMap<>(unreadable);
    }

    /** Events by name, and bounces by kind too. */
    public Map<String, Long> events() {
        return new TreeMap<>(events);
    }

    /** The first unreadable records. */
    public List<Place> places() {
        return List.copyOf(places);
    }
}
