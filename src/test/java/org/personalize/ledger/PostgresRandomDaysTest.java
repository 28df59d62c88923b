package org.personalize.ledger;

import java.io.IOException;

class PostgresRandomDaysTest extends RandomDaysContract {

    @Override
    Place place() throws IOException {
        return PostgresPlace.make();
    }
}
