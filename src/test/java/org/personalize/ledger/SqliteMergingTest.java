package org.personalize.ledger;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;

class SqliteMergingTest extends MergingContract {

    @Override
    Place place() throws IOException {
        return SqlitePlace.make();
    }

    @Override
    void refuse(Place inPlace, String statement) throws SQLException {
        run(inPlace, "CREATE TRIGGER full BEFORE " + statement + " ON segment BEGIN SELECT RAISE(ABORT, 'full'); END");
    }

    @Override
    void recover(Place inPlace) throws SQLException {
        run(inPlace, "DROP TRIGGER full");
    }

    private static void run(Place place, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + place.address());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
