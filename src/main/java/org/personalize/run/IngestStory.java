package org.personalize.run;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.personalize.csv.RejectLimit;
import org.personalize.history.Kind;
import org.personalize.intake.Account;

/**
 * What came of taking files in.
 *
 * @param kinds what happened to how many events of it
 * @param unproven events that would have suppressed somebody, had they carried something signed
 * @param timeless events without a moment that can be read
 * @param strangers events that suppress a customer, named by an id that the customer file does not have
 * @param suppressed reason to how many were newly suppressed
 * @param limit how many unreadable records may be
 */
public record IngestStory(
        String campaign,
        List<Part> parts,
        Map<String, Count> kinds,
        long unproven,
        long timeless,
        long strangers,
        Map<String, Integer> suppressed,
        RejectLimit limit) {

    public IngestStory {
        parts = List.copyOf(parts);
        kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
        suppressed = Collections.unmodifiableMap(new TreeMap<>(suppressed));
    }

    /** One file. */
    public record Part(Path file, Account account) {}

    /**
     * Events of one kind: each is new or was known already, and linked to a mail of the ledger or not.
     *
     * @param fresh those that were never taken in before
     */
    public record Count(long fresh, long known, long linked, long unlinked) {

        static final Count NONE = new Count(0, 0, 0, 0);

        Count with(boolean isNew, boolean isLinked) {
            return new Count(
                    fresh + (isNew ? 1 : 0),
                    known + (isNew ? 0 : 1),
                    linked + (isLinked ? 1 : 0),
                    unlinked + (isLinked ? 0 : 1));
        }

        public long all() {
            return fresh + known;
        }
    }

    private long sum(ToLongFunction<Count> of) {
        return kinds.values().stream().mapToLong(of).sum();
    }

    public long events() {
        return sum(Count::all);
    }

    /** Events that were never taken in before. */
    public long fresh() {
        return sum(Count::fresh);
    }

    public long known() {
        return sum(Count::known);
    }

    /** Events of which it is known which mail they are about. */
    public long linked() {
        return sum(Count::linked);
    }

    public long unlinked() {
        return sum(Count::unlinked);
    }

    /** Wishes to be written to again, which lift nothing. */
    public long returns() {
        return kinds.getOrDefault(Kind.SUBSCRIBE.word(), Count.NONE).all();
    }

    public long understood() {
        return parts.stream()
                .mapToLong(part -> part.account().understoodRecords())
                .sum();
    }

    public long unreadable() {
        return parts.stream()
                .mapToLong(part -> part.account().unreadableRecords())
                .sum();
    }

    /** The files of which not all could be looked at. */
    public List<Part> brokenOff() {
        return parts.stream().filter(part -> part.account().isBrokenOff()).toList();
    }

    /** The files of which nobody knows what wrote them. */
    public List<Part> foreign() {
        return parts.stream().filter(part -> part.account().isForeign()).toList();
    }

    /** Whether more was unreadable than is allowed; a last line that is still being written does not count. */
    public boolean isBeyondLimit() {
        long records =
                parts.stream().mapToLong(part -> part.account().records()).sum();
        long unfinished =
                parts.stream().filter(part -> part.account().isLastUnfinished()).count();
        return limit.isPassedBy(unreadable() - unfinished, records);
    }
}
