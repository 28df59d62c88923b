package org.personalize.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.personalize.history.Kind;

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

    private static final int LONGEST_REASON = 100;

    /** A file's own words end up on a terminal, which obeys some signs. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private static final long[] NONE = {0};

    private final Consumer<Returned> taker;
    private final Map<Form, long[]> understood = new EnumMap<>(Form.class);
    private final Map<String, Long> ignored = new TreeMap<>();
    private final Map<String, Long> unreadable = new TreeMap<>();
    private final Map<Kind, long[]> kinds = new EnumMap<>(Kind.class);
    private final Map<String, Long> named = new TreeMap<>();
    private long hardBounces;
    private final List<Place> places = new ArrayList<>();
    private final List<Long> unclear = new ArrayList<>();
    private long unclearRecords;
    private long pending;
    private boolean isLastUnfinished;
    private boolean isBrokenOff;
    private long foreignRecords;

    Account(Consumer<Returned> taker) {
        this.taker = taker;
    }

    /**
     * An unreadable record.
     *
     * @param line 0 where nobody knows
     */
    public record Place(long line, String reason) {}

    /** An event of the record that is being read. */
    void event(Returned event) {
        pending++;
        kinds.computeIfAbsent(event.event(), kind -> new long[1])[0]++;
        hardBounces += event.isHardBounce() ? 1 : 0;
        if (event.event() == Kind.OTHER) {
            count(named, event.name());
        }
        taker.accept(event);
    }

    /** The record was read and gave what it has; where that is nothing, it is left out for this reason. */
    void took(Form form, String reasonIfNothing) {
        if (pending == 0) {
            ignored(reasonIfNothing);
        } else {
            understood.computeIfAbsent(form, one -> new long[1])[0]++;
            pending = 0;
        }
    }

    void ignored(String reason) {
        count(ignored, reason);
    }

    /** Left out, since nobody knows what wrote it. */
    void foreign(String reason) {
        ignored(reason);
        foreignRecords++;
    }

    /** Whether nothing of the file was understood, because nobody knows what wrote it. */
    public boolean isForeign() {
        return foreignRecords > 0 && understood.isEmpty();
    }

    /** Left out, although it may ask for something: a person has to read it. */
    void unclear(long number) {
        unclearRecords++;
        if (unclear.size() < MOST_PLACES) {
            unclear.add(number);
        }
    }

    void unreadable(long line, String reason) {
        count(unreadable, reason);
        pending = 0;
        if (places.size() < MOST_PLACES) {
            places.add(new Place(line, reason));
        }
    }

    /** From here on nothing more can be read, and nobody knows how much that is. */
    void brokeOff(long line, String reason) {
        unreadable(line, reason);
        isBrokenOff = true;
    }

    /** Whether some of the file was never looked at, because what comes before it is damaged. */
    public boolean isBrokenOff() {
        return isBrokenOff;
    }

    /** The last line has no end and is no record: whoever writes the file has not come to its end. */
    void lastIsUnfinished() {
        isLastUnfinished = true;
    }

    /** Whether one of the unreadable records is a last line that was still being written. */
    public boolean isLastUnfinished() {
        return isLastUnfinished;
    }

    private static void count(Map<String, Long> counts, String reason) {
        String said = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        String plain = UNPRINTABLE.matcher(said).replaceAll(" ");
        boolean isKnown = counts.size() < MOST_REASONS || counts.containsKey(plain);
        counts.merge(isKnown ? plain : OTHER_REASONS, 1L, Long::sum);
    }

    /** All records: those understood, left out and unreadable. */
    public long records() {
        return understoodRecords() + sum(ignored.values()) + sum(unreadable.values());
    }

    private static long sum(Collection<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /** The records that were understood, by what they turned out to be. */
    public Map<Form, Long> understood() {
        var counts = new EnumMap<Form, Long>(Form.class);
        understood.forEach((form, count) -> counts.put(form, count[0]));
        return counts;
    }

    /** The form that most records have; none where nothing was understood. */
    public Optional<Form> mostly() {
        return understood().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    public long understoodRecords() {
        return sum(understood().values());
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

    /** Events by name, bounces by kind. */
    public Map<String, Long> events() {
        var events = new TreeMap<>(named);
        for (Kind kind : Kind.values()) {
            long count = kinds.getOrDefault(kind, NONE)[0];
            if (kind == Kind.BOUNCE) {
                put(events, "bounce " + Returned.HARD, hardBounces);
                put(events, "bounce " + Returned.SOFT, count - hardBounces);
            } else if (kind != Kind.OTHER) {
                put(events, kind.name().toLowerCase(Locale.ROOT), count);
            }
        }
        return events;
    }

    private static void put(Map<String, Long> events, String name, long count) {
        if (count > 0) {
            events.merge(name, count, Long::sum);
        }
    }

    /** How many of those left out a person has to read. */
    public long unclearRecords() {
        return unclearRecords;
    }

    /** The numbers of the first of these. */
    public List<Long> unclear() {
        return List.copyOf(unclear);
    }

    /** The first unreadable records. */
    public List<Place> places() {
        return List.copyOf(places);
    }
}
