package org.personalize.ledger;

import java.io.IOException;

class PostgresMarksTest extends MarksContract {

    @Override
    Place place() throws IOException {
        return PostgresPlace.make();
    }
}
