package org.personalize.ledger;

import java.io.IOException;

class SqliteKilledSenderTest extends KilledSenderContract {

    @Override
    Place place() throws IOException {
        return SqlitePlace.make();
    }
}
