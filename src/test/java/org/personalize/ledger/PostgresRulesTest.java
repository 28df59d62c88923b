package org.personalize.ledger;

import java.io.IOException;

class PostgresRulesTest extends RulesContract {

    @Override
    Place place() throws IOException {
        return PostgresPlace.make();
    }
}
