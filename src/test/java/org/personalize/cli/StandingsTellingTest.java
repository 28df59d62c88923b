package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.ledger.Brake;
import org.personalize.ledger.Census;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Standings;
import org.personalize.plan.Reason;

class StandingsTellingTest {

    /** A ledger that has one mail more than its census has people. */
    private static final Standings WRONG = standings(2, new Census(1, 0, 0, 0, Map.of()));

    private static final Standings LEFT_OUT = standings(
            0, new Census(1_000_000, 0, 0, 0, Map.of(Reason.NOT_IN_AUDIENCE, 999_999L, Reason.NO_CONSENT, 1L)));

    /** All that is promised is accepted. */
    private static Standings standings(long accepted, Census census) {
        return new Standings(
                new Edition("spring", ""),
                0,
                accepted,
                0,
                0,
                accepted,
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
                census);
    }

    private final StringWriter out = new StringWriter();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatCannotBeToldToItsEndIsNotBegun(boolean isJson) {
        assertThatThrownBy(() -> StandingsTelling.of(WRONG, List.of(), door(), isJson))
                .isInstanceOf(IllegalStateException.class);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void allNumbersEndInOneColumnWhateverTheLengthOfTheirNames() throws IOException {
        StandingsTelling.of(LEFT_OUT, List.of(), door(), false);
        assertThat(out.toString().lines())
                .contains("  read            1,000,000  rows, 0 of them merged into another, 0 put aside")
                .contains("  no_consent              1")
                .contains("  not_in_audience   999,999");
    }

    private Door door() {
        return Terminal.door(out, Path.of(""));
    }
}
