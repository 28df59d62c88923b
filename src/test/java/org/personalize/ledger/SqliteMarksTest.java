package org.personalize.ledger;

import java.io.IOException;

class SqliteMarksTest extends MarksContract {

    @Override
    Place place() throws IOException {
        return SqlitePlace.make();
    }
}
