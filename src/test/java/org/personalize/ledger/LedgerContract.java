package org.personalize.ledger;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An empty ledger of either kind. */
abstract class LedgerContract {

    Place place;
    Ledger ledger;

    abstract Place place() throws IOException;

    @BeforeEach
    final void open() throws IOException {
        place = place();
        ledger = place.open();
    }

    @AfterEach
    final void close() throws IOException {
        ledger.close();
        place.close();
    }
}
