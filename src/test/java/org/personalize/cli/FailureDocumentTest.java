package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Whoever reads JSON gets one document from every command line, also where nothing came of it. */
class FailureDocumentTest extends InTheShop {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status nowhere.yaml --json | nowhere.yaml",
                "check nowhere.yaml --json | nowhere.yaml",
                "send nowhere.yaml --yes --json | nowhere.yaml",
                "send spring.yaml --yes --json | smtp.host",
                "train nowhere.yaml --json | nowhere.yaml",
                "explain spring.yaml nobody --json | nobody",
                "report nowhere.yaml --json | nowhere.yaml",
                "ingest spring.yaml nowhere.csv --json | nowhere.csv",
                "suppressions list nowhere.yaml --json | nowhere.yaml",
                "token verify nothing --json | personalize.key",
                "status spring.yaml --json --nonsense | --nonsense",
                "nonsense --json | nonsense",
            })
    @SuppressWarnings("unchecked")
    void aCommandWithoutAResultSaysWhyInOneDocument(String line, String named) throws IOException {
        assertThat(terminal.type(line.split(" ", -1))).as(terminal.err()).isEqualTo(ExitCode.WRONG_INPUT);
        var document = (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(terminal.out());
        assertThat(document).containsEntry("exit_code", 2);
        assertThat(document.get("problems").toString()).contains(named).contains("message=");
        assertThat(terminal.err()).contains("personalize: ").contains(named);
    }

    @Test
    void everyMistakeOfAFileHasAPlaceAndAWayOut() throws IOException {
        shop.change("spring.yaml", "subject:", "subjekt:");
        terminal.type("check", "spring.yaml", "--json");
        assertThat(terminal.out())
                .contains("\"exit_code\": 2", "\"place\": \"spring.yaml:", "\"message\": \"", "\"remedy\": \"");
    }

    @Test
    void withoutJsonNothingIsPrintedWhereThereIsNoResult() {
        terminal.type("status", "nowhere.yaml");
        assertThat(terminal.out()).isEmpty();
    }
}
