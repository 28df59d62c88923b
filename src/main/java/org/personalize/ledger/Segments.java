package org.personalize.ledger;

import java.io.IOException;
import java.nio.file.Path;

/** What came of the mails: an account of them, and of what was taken in afterwards. */
public final class Segments {

    private final SqlLedger ledger;
    private final Path folder;

    Segments(SqlLedger ledger, Path folder) {
        this.ledger = ledger;
        this.folder = folder;
    }

    /** Every mail of every edition that a relay accepted, in the order in which they were promised. */
    public void accepted(SentMails.Taker taker) throws IOException {
        ledger.look(session -> SentMails.accepted(session, taker));
    }
}
