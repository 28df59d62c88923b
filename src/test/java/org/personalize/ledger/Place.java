package org.personalize.ledger;

import java.io.IOException;

/** Somewhere to keep a ledger, for one test. */
interface Place extends AutoCloseable {

    /** Opens the ledger that is kept here; makes it the first time. */
    Ledger open() throws IOException;

    /** What one writes under {@code ledger}. */
    String address();

    /** Whether two senders on different hosts can share a campaign. */
    boolean hasManySenders();

    @Override
    void close() throws IOException;
}
