package org.personalize.ledger;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A sender at work on one edition. On SQLite there is one per campaign, on PostgreSQL one per campaign and host; it lasts
 * until it is closed or its process or connection dies, and then the next one takes over what it held.
 *
 * <p>Methods may be called from several threads; each is one transaction, durable when it returns. An
 * {@link IOException} means: nothing of it counts, whatever the database says later.
 */
public interface Shift extends AutoCloseable {

    /** What senders that died have left, as far as it was found since this was asked last. */
    Recovery recovery();

    /**
     * Takes mails whose moment has come, the first due first: planned or deferred, within their stretch, neither
     * suppressed nor in a held domain, while the campaign's brake is off. Nobody else gets them.
     */
    List<Claim> claim(int most, Instant now, Caps caps) throws IOException;

    /** The same for one customer: for a run that is only about a few. */
    List<Claim> claim(String customerId, Instant now, Caps caps) throws IOException;

    /**
     * One transaction for all of them. The answers are in the order of the entries; whatever is not a {@link
     * Entry.Finish} is {@link Mark#GRANTED} or throws.
     *
     * @throws IllegalStateException when a row is not as this sender left it: the run must stop
     */
    List<Mark> commit(List<Entry> entries, Instant now, Caps caps) throws IOException;

    /** Gives the disk the room that was kept for the outcomes of mails in flight, when nothing else can be written. */
    void makeRoom() throws IOException;

    /** Takes mails whose stretch has ended before they went out, in held domains too; to be moved, expired or released. */
    List<Claim> claimOverdue(int most, Instant now) throws IOException;

    /** Takes mails whatever their moment, suppressed or not, in held domains too: for an edition that is over. */
    List<Claim> claimAll(int most) throws IOException;

    /** Releases what is still held, and goes home. */
    @Override
    void close() throws IOException;

    /**
     * @param givenBack customers whose mails were claimed, and certainly not handed over: they are due again
     * @param doubtful customers whose mails were finishing: they may have arrived
     */
    record Recovery(List<String> givenBack, List<String> doubtful) {

        static final Recovery NOTHING = new Recovery(List.of(), List.of());

        /** What the ledger says of a doubtful one. */
        public static final String WHY = Handover.WHY;

        public Recovery {
            givenBack = List.copyOf(givenBack);
            doubtful = List.copyOf(doubtful);
        }

        Recovery and(Recovery more) {
            return new Recovery(both(givenBack, more.givenBack), both(doubtful, more.doubtful));
        }

        private static List<String> both(List<String> some, List<String> more) {
            return Stream.concat(some.stream(), more.stream()).toList();
        }

        public int dueAgain() {
            return givenBack.size();
        }
    }
}
