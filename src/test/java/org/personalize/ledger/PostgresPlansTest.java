package org.personalize.ledger;

import java.io.IOException;

class PostgresPlansTest extends PlansContract {

    @Override
    Place place() throws IOException {
        return PostgresPlace.make();
    }
}
