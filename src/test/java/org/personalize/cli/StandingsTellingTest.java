package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.ledger.Brake;
import org.personalize.ledger.Census;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Standings;

class StandingsTellingTest {

    /** A ledger that has one mail more than its census has people. */
    private static final Standings WRONG = new Standings(
            new Edition("spring", ""),
            0,
            2,
            0,
            0,
            2,
            0,
            0,
            0,
            0,
            0,
            0,
            Map.of(),
            Brake.OFF,
            "",
            null,
            null,
            Map.of(),
            new Census(1, 0, 0, 0, Map.of()));

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatCannotBeToldToItsEndIsNotBegun(boolean isJson) {
        var out = new StringWriter();
        var door = new Door(
                new PrintWriter(out),
                new PrintWriter(new StringWriter()),
                new StringReader(""),
                InstantSource.fixed(Terminal.NOW),
                Map.of(),
                Path.of(""),
                false,
                new AtomicBoolean());
        assertThatThrownBy(() -> StandingsTelling.of(WRONG, List.of(), door, isJson))
                .isInstanceOf(IllegalStateException.class);
        assertThat(out.toString()).isEmpty();
    }
}
