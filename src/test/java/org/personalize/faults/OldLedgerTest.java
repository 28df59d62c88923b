package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.personalize.faults.Relay.Stage;
import org.personalize.ledger.Occupied;
import org.personalize.problem.InputProblem;

/** Somebody puts back a copy of the ledger that knows nothing of what went out since. */
class OldLedgerTest extends AtARelay {

    private static final int PEOPLE = 20;

    @Test
    void aCopyFromTheMidstOfTheLastRunIsNotSentFrom() throws IOException, Occupied, InterruptedException, SQLException {
        Shop shop = Shop.of(folder, relay, PEOPLE).with("connections: 4", "connections: 1");
        Relay.Gate gate = relay.holdAt(Stage.RCPT, 10);
        Child child = Child.send(shop);
        gate.await(child);
        Path ledger = folder.resolve("personalize.db");
        Path copy = folder.resolve("copy.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + ledger);
                var statement = connection.createStatement()) {
            statement.executeUpdate("backup to " + copy);
        }
        gate.open();
        assertThat(child.end()).as(child.err()).isZero();
        assertThat(relay.accepted()).hasSize(PEOPLE);

        Files.deleteIfExists(folder.resolve("personalize.db-wal"));
        Files.deleteIfExists(folder.resolve("personalize.db-shm"));
        Files.move(copy, ledger, StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> shop.sendAt(Instant.now()))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("the ledger is older than the last run, as a copy of it would be");
        assertThat(relay.accepted().values()).containsOnly(1);
    }
}
