package org.personalize.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What came of the mails: the mails themselves, and what was taken in afterwards. That lies in files which never change;
 * the ledger says which of them count.
 */
public final class Segments {

    private final Connections connections;
    private final SegmentFolder folder;
    private final SegmentCopies copies;

    Segments(Connections connections, Path folder) {
        this.connections = connections;
        this.folder = new SegmentFolder(folder);
        copies = new SegmentCopies(this.folder);
    }

    /** Every mail that a relay accepted, in the order in which they were promised; but none of the editions known. */
    public void accepted(Set<Edition> known, Consumer<PostedMail> taker) throws IOException {
        connections.look(session -> PostedMails.accepted(session, known, taker));
    }

    /** Every mail of every edition, whatever became of it, but of those who got none on purpose. */
    public void mails(Consumer<PostedMail> taker) throws IOException {
        connections.look(session -> PostedMails.all(session, taker));
    }

    /** Another text than before whenever something was taken in; blank before the first. */
    public String state() throws IOException {
        return connections.read(SegmentTable::state);
    }

    /** Another text than before whenever a mail was accepted or something was taken in; blank before the first of both. */
    public String knownState() throws IOException {
        return connections.read(session -> PostedMails.state(session) + SegmentTable.state(session));
    }

    /** Everything that was taken in, a file after the other. A file that is missing or damaged is an InputProblem. */
    public void each(Consumer<Segment> taker) throws IOException {
        for (SegmentTable.Listed segment : connections.read(copies::bring)) {
            taker.accept(new Segment(folder.read(segment)));
        }
    }

    /**
     * Begins to take in; nobody else can meanwhile. What an earlier one left behind without its counting is removed.
     *
     * @param who names this process to others
     * @param witness is told of every event once it is kept
     */
    public Taking take(String who, Taking.Witness witness, Instant now) throws IOException, Occupied {
        folder.make();
        CampaignLock lock = CampaignLock.take(folder.file("taking"), "in", who, now);
        boolean isReady = false;
        try {
            var taking = new Taking(connections, folder, lock, witness, now);
            isReady = true;
            return taking;
        } finally {
            if (!isReady) {
                lock.close();
            }
        }
    }
}
