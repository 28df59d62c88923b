package org.personalize.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Sources.Source;
import org.personalize.csv.HeaderAliases;
import org.personalize.csv.Rejects;
import org.personalize.csv.Table;
import org.personalize.csv.TableSource;

/**
 * Everything that people did, as columns of primitive arrays in the order of time. What happened in the same second is
 * in the order of its kinds, a mail before its click and a purchase before its refund, and then in the order of the files.
 * Events of people the customer file does not know are counted, not kept; what people did with items the item file does
 * not know is kept without the item.
 */
public interface History {

    /** The headers of other systems that are understood in event files. */
    HeaderAliases HEADERS = EventHeaders.ALIASES;

    /** The history of a campaign that names no event files. */
    static History empty(int people) {
        var none = new EventColumns();
        var nobodys = new PersonIndex(people, none.persons);
        return new EventLog(none, new float[1], List.of(), Map.of(), List.of(), nobodys);
    }

    /** Reads the event files, and tells the opt-outs in them to {@link Reading#optOuts()} on the way. */
    static History read(@Nullable Source source, Reading reading, Rejects rejects) {
        try {
            return read(source, Happenings.NONE, reading, rejects);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the event files beside another account of what happened. An event that both tell of counts once; of equal
     * events there are as many as the account has that knows more of them.
     */
    static History read(@Nullable Source source, Happenings further, Reading reading, Rejects rejects)
            throws IOException {
        EventRows rows = source == null
                ? new EventRows(new EventHeaders(Map.of()), Map.of(), reading)
                : rows(source, reading, rejects);
        further.tell(rows::take);
        boolean isNothing = source == null && rows.isEmpty();
        return isNothing ? empty(reading.audience().size()) : rows.history();
    }

    private static EventRows rows(Source source, Reading reading, Rejects rejects) {
        Table table = Table.open(new TableSource(
                "events",
                source.base(),
                source.pattern(),
                source.columns(),
                EventHeaders.ALIASES,
                EventHeaders.REQUIRED,
                source.place()));
        EventHeaders headers = EventHeaders.of(table.columns(), source.place());
        var rows = new EventRows(headers, source.types(), reading);
        table.read(rejects, rows, new EventScout(headers, reading));
        return rows;
    }

    int size();

    int person(int event);

    /** The item's number in the catalog, or -1. */
    int item(int event);

    Kind kind(int event);

    /** Seconds since 1970-01-01T00:00Z. */
    long second(int event);

    /**
     * The line total of a purchase, less what a refund took back of it; the stars of a rating; NaN when none was given.
     */
    double value(int event);

    /**
     * How much the event counts as wanting its item, by the campaign's signals; 0 when it does not, or when a machine is
     * behind it, and a fifth when one may be.
     */
    float weight(int event);

    /** Who is behind an open, click, view or cart, and why we think so. */
    default Reaction reaction(int event) {
        return Reaction.HUMAN;
    }

    /** The same history in which every open and click counts as a person's. */
    default History countingMachines() {
        return this;
    }

    /** The campaign the event belongs to, if the row names one. */
    @Nullable
    String campaign(int event);

    /** The same as a number from 1 to {@link #campaigns()}, which is quicker to compare; 0 for none. */
    default int campaignNumber(int event) {
        String campaign = campaign(event);
        int first = 0;
        while (campaign != null && !campaign.equals(campaign(first))) {
            first++;
        }
        return campaign == null ? 0 : first + 1;
    }

    /** What no number of a campaign exceeds. */
    default int campaigns() {
        return size();
    }

    /**
     * What tells baskets apart: the same number for two events of one person means the same order, or without an order
     * the same local day.
     */
    default int basket(int event) {
        return (int) Math.floorDiv(second(event), 86_400L);
    }

    /** Whether this purchase was later refunded as a whole. It happened, but it counts as wanting nothing any more. */
    default boolean isTakenBack(int event) {
        return false;
    }

    /** Whether it is a bounce that says nothing against the mailbox, such as a full one. */
    default boolean isSoftBounce(int event) {
        return false;
    }

    /** False where the log knows the day only. */
    default boolean hasHour(int event) {
        return true;
    }

    /** The numbers of one person's events, in the order of time. */
    int[] eventsOf(int person);

    /** How many events one person has. */
    default int events(int person) {
        return eventsOf(person).length;
    }

    /** One of these, counted from 0 in the order of time. Walking through a history this way makes no garbage. */
    default int event(int person, int nth) {
        return eventsOf(person)[nth];
    }

    /**
     * When anybody last did something; the epoch where nobody ever did. Mail that only went out does not count: a file of
     * events is often older than the mails that the ledger knows, and the days between are not days without a purchase.
     */
    default Instant newest() {
        for (int event = size() - 1; event >= 0; event--) {
            if (kind(event) != Kind.SENT && kind(event) != Kind.DELIVERED) {
                return Instant.ofEpochSecond(second(event));
            }
        }
        return Instant.EPOCH;
    }

    /** The number of the first event at or after a moment; {@link #size()} when there is none. */
    default int firstFrom(long second) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (second(middle) < second) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** What was read and what was not used, reason to rows; in a stable order. */
    Map<String, Long> counts();

    /** What the user should be told about the files, a sentence each. */
    default List<String> notes() {
        return List.of();
    }
}
