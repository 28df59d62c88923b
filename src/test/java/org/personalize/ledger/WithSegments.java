package org.personalize.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A ledger in a folder of its own, and the files of events beside it. */
abstract class WithSegments {

    SqlitePlace place;
    Path folder;

    @BeforeEach
    final void makePlace() throws IOException {
        place = SqlitePlace.make();
        folder = place.folder().resolve("personalize.db-events");
    }

    @AfterEach
    final void removePlace() throws IOException {
        place.close();
    }

    final void sql(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + place.file());
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
