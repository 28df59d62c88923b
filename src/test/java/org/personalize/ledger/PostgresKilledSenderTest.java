package org.personalize.ledger;

import java.io.IOException;

class PostgresKilledSenderTest extends KilledSenderContract {

    @Override
    Place place() throws IOException {
        return PostgresPlace.make();
    }
}
