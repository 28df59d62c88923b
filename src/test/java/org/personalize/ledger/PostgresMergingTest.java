package org.personalize.ledger;

import java.io.IOException;

class PostgresMergingTest extends MergingContract {

    @Override
    Place place() throws IOException {
        return PostgresPlace.make();
    }

    @Override
    void refuse(Place inPlace, String statement) throws IOException {
        String schema = ((PostgresPlace) inPlace).schema();
        PostgresPlace.run("CREATE FUNCTION " + schema + ".refuse() RETURNS trigger LANGUAGE plpgsql"
                + " AS $$ BEGIN RAISE EXCEPTION 'full'; END $$");
        PostgresPlace.run("CREATE TRIGGER refusing BEFORE " + statement + " ON " + schema
                + ".segment FOR EACH ROW EXECUTE FUNCTION " + schema + ".refuse()");
    }

    @Override
    void recover(Place inPlace) throws IOException {
        PostgresPlace.run("DROP FUNCTION " + ((PostgresPlace) inPlace).schema() + ".refuse() CASCADE");
    }
}
