package org.personalize.ledger;

import java.io.IOException;

class SqliteRandomDaysTest extends RandomDaysContract {

    @Override
    Place place() throws IOException {
        return SqlitePlace.make();
    }
}
