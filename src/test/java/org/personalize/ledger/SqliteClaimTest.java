package org.personalize.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteClaimTest {

    @TempDir
    Path folder;

    /** Else a campaign that begins for everybody at one moment would take longer for each batch than for the mails. */
    @Test
    void aBatchIsTakenWithoutReadingAndSortingAllThatAreDue() throws IOException, SQLException {
        Path file = folder.resolve("personalize.db");
        Ledger.open(file.toString()).close();
        assertThat(plan(file, new SqliteFile(file).translate(Claiming.DUE)))
                .anyMatch(step -> step.contains("INDEX mail_due"))
                .noneMatch(step -> step.contains("TEMP B-TREE"));
    }

    private static List<String> plan(Path file, String sql) throws SQLException {
        List<String> steps = new ArrayList<>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.prepareStatement("EXPLAIN QUERY PLAN " + sql);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                steps.add(rows.getString("detail"));
            }
        }
        return steps;
    }
}
