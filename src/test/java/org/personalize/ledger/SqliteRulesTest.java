package org.personalize.ledger;

import java.io.IOException;

class SqliteRulesTest extends RulesContract {

    @Override
    Place place() throws IOException {
        return SqlitePlace.make();
    }
}
