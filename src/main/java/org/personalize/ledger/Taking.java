package org.personalize.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Mailbox;
import org.personalize.plan.Reason;

/**
 * Takes events in. They are collected until they fill a file; the file is written first, and then counts together with the
 * suppressions that follow from its events, in one transaction: after a crash in between it is only a file that nobody reads.
 */
public final class Taking implements Closeable {

    private static final String SOURCE = "ingest";

    private final Connections connections;
    private final SegmentFolder folder;
    private final SegmentCopies copies;
    private final CampaignLock lock;
    private final Witness witness;
    private final Instant now;
    private final KnownKeys known;
    private List<SegmentTable.Listed> segments;
    private EventBatch batch = new EventBatch();
    private final Map<String, Wish> wishes = new LinkedHashMap<>();
    private boolean hasAdded;

    Taking(Connections connections, SegmentFolder folder, CampaignLock lock, Witness witness, Instant now)
            throws IOException {
        this.connections = connections;
        this.folder = folder;
        this.lock = lock;
        this.witness = witness;
        this.now = now;
        known = new KnownKeys(folder);
        copies = new SegmentCopies(folder);
        segments = connections.read(copies::bring);
        folder.removeOrphans(segments);
        if (connections.isShared()) {
            connections.change(session -> copies.addMissing(session, segments));
        }
    }

    /** Learns what became of what was taken in, as soon as that is durable. */
    public interface Witness {

        /**
         * @param kind of a bounce hard or soft; else the provider's word
         * @param isLinked whether it is known which mail the event is about
         */
        void saw(String event, String kind, boolean isLinked, boolean isNew);

        /** A mailbox is newly suppressed. */
        void suppressed(Reason reason);
    }

    /** @param events the numbers of those that ask for it; none for what follows from several events together */
    private record Wish(String mailbox, String customer, Reason reason, BitSet events) {}

    public void add(KeptEvent event) throws IOException {
        if (batch.isFull()) {
            keep();
        }
        batch.add(event);
    }

    /**
     * Suppresses a mailbox, and its owner at any other, because of the event that was added last. If that was known already,
     * somebody may have taken the suppression back, and then it stays so.
     *
     * @param customer the id of the owner; blank where nobody knows it
     */
    public void suppress(Mailbox mailbox, String customer, Reason reason) {
        wish(mailbox.foldedKey(), Suppression.isPersonal(reason) ? customer : Suppression.NOBODY, reason)
                .events()
                .set(batch.size() - 1);
    }

    /**
     * The same for a customer of whom nothing is known but the id: it counts as soon as somebody has that. What is said of
     * a mailbox alone cannot be kept without one.
     */
    public void suppress(String customer, Reason reason) {
        if (Suppression.isPersonal(reason)) {
            wish(Suppression.NOWHERE, customer, reason).events().set(batch.size() - 1);
        }
    }

    /** Suppresses a mailbox for what several events say together, unless somebody has taken that back. */
    public void suppressAgainst(Mailbox mailbox, Reason reason) {
        wish(mailbox.foldedKey(), Suppression.NOBODY, reason);
    }

    private Wish wish(String mailbox, String customer, Reason reason) {
        return wishes.computeIfAbsent(
                reason + " " + mailbox + " " + customer, key -> new Wish(mailbox, customer, reason, new BitSet()));
    }

    /** Makes everything so far durable. */
    public void keep() throws IOException {
        long[] keys = batch.sortedKeys();
        BitSet old = batch.old(keys, known.among(keys, batch, segments));
        int[] fresh = batch.inOrderWithout(old);
        SegmentTable.@Nullable Listed segment = fresh.length == 0 ? null : folder.keep(batch, fresh);
        if (segment != null || !wishes.isEmpty()) {
            List<Reason> suppressed = commit(segment, old);
            suppressed.forEach(witness::suppressed);
        }
        for (int event = 0; event < batch.size(); event++) {
            boolean isLinked = !batch.text(Field.LINK, event).isEmpty();
            witness.saw(batch.text(Field.EVENT, event), batch.text(Field.KIND, event), isLinked, !old.get(event));
        }
        batch = new EventBatch();
        wishes.clear();
    }

    /**
     * Makes one file of many small ones, where something was added; no event changes. The file is written first, and takes
     * the place of the others in one transaction. Those stay until the next taking in, for whoever is reading them.
     */
    public void merge() throws IOException {
        if (!hasAdded) {
            return;
        }
        for (List<SegmentTable.Listed> run : Merging.runs(segments)) {
            SegmentTable.Listed whole = Merging.write(run, folder);
            segments = connections.write(session -> {
                refuseOthers(session);
                SegmentTable.replace(session, run, whole);
                copies.remove(session, run);
                copies.add(session, whole);
                return SegmentTable.all(session);
            });
        }
    }

    /** @return for what reasons mailboxes are newly suppressed */
    private List<Reason> commit(SegmentTable.@Nullable Listed segment, BitSet old) throws IOException {
        record Result(List<Reason> suppressed, List<SegmentTable.Listed> segments) {}
        Result result = connections.write(session -> {
            refuseOthers(session);
            if (segment != null) {
                SegmentTable.add(session, segment, now);
                copies.add(session, segment);
            }
            return new Result(suppress(session, old), SegmentTable.all(session));
        });
        segments = result.segments();
        hasAdded |= segment != null;
        return result.suppressed();
    }

    /** On another machine somebody may take in beside us, with another folder or without our lock. */
    private void refuseOthers(Session session) throws SQLException, IOException {
        if (!SegmentTable.all(session).equals(segments)) {
            throw new IOException("the ledger took in other events meanwhile. Run the command again.");
        }
    }

    private List<Reason> suppress(Session session, BitSet old) throws SQLException {
        List<Reason> suppressed = new ArrayList<>();
        for (Wish wish : wishes.values()) {
            wish.events().andNot(old);
            boolean isAsked = !wish.events().isEmpty()
                    || !Suppressions.isTakenBack(session, wish.mailbox(), wish.customer(), wish.reason());
            if (isAsked && Suppressions.add(session, wish.mailbox(), wish.customer(), wish.reason(), SOURCE, now)) {
                suppressed.add(wish.reason());
            }
        }
        return suppressed;
    }

    /** Ends the taking in. What was not kept is forgotten, and will be new the next time. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
