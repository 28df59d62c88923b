package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class TestCommandTest extends InTheShop {

    @Test
    void aRelayThatIsNotThereIsToldInWordsWithTheWayOut() throws IOException {
        nameRelay();
        assertThat(terminal.type("test", "spring.yaml", "--as", "c1", "--to", "me@shop.example"))
                .isEqualTo(ExitCode.RELAY);
        assertThat(terminal.out()).contains("turned away no line to 127.0.0.1:1");
        assertThat(terminal.err())
                .startsWith("personalize: nothing was sent, the relay cannot be used: no line to 127.0.0.1:1")
                .contains("personalize doctor looks at them");
    }

    @Test
    void programsReadTheSameInOneWord() throws IOException {
        nameRelay();
        terminal.type("test", "spring.yaml", "--as", "c1", "--to", "me@shop.example", "--json");
        assertThat(terminal.out()).contains("\"outcome\": \"turned_away\"");
    }
}
