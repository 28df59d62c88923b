package org.personalize.ledger;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the files of events hold, in a ledger that several machines share: whichever of them takes events in, the others
 * find them there and lay the files down in a folder of their own. A ledger in a file has its folder beside it, and no copies.
 */
final class SegmentCopies {

    private final SegmentFolder folder;

    SegmentCopies(SegmentFolder folder) {
        this.folder = folder;
    }

    /** The files that count, each of which lies in the folder now unless no machine left a copy. */
    List<SegmentTable.Listed> bring(Session session) throws SQLException, IOException {
        List<SegmentTable.Listed> all = SegmentTable.all(session);
        if (session.database().isShared() && Schema.knowsCopies(session)) {
            for (SegmentTable.Listed one : all) {
                if (!folder.has(one)) {
                    bring(session, one);
                }
            }
        }
        return all;
    }

    private void bring(Session session, SegmentTable.Listed one) throws SQLException, IOException {
        Optional<byte[]> copy =
                session.find("SELECT bytes FROM segment_copy WHERE name = ?", row -> row.getBytes(1), one.name());
        if (copy.isPresent()) {
            folder.make();
            folder.lay(one, copy.get());
        }
    }

    /** Keeps a file that counts from this transaction on. */
    void add(Session session, SegmentTable.Listed one) throws SQLException, IOException {
        if (session.database().isShared()) {
            session.update(
                    "INSERT INTO segment_copy (name, bytes) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
                    one.name(),
                    folder.read(one));
        }
    }

    /** Keeps what an older program took in on this machine. */
    void addMissing(Session session, List<SegmentTable.Listed> all) throws SQLException, IOException {
        Set<String> known = new HashSet<>(session.list("SELECT name FROM segment_copy", row -> row.getString(1)));
        for (SegmentTable.Listed one : all) {
            if (!known.contains(one.name()) && folder.has(one)) {
                add(session, one);
            }
        }
    }

    /** Forgets those whose place another took. */
    void remove(Session session, List<SegmentTable.Listed> gone) throws SQLException {
        List<Object[]> names = new ArrayList<>();
        gone.forEach(one -> names.add(new Object[] {one.name()}));
        session.updateAll("DELETE FROM segment_copy WHERE name = ?", names);
    }
}
