package org.personalize.ledger;

import java.io.IOException;

class SqlitePlansTest extends PlansContract {

    @Override
    Place place() throws IOException {
        return SqlitePlace.make();
    }
}
