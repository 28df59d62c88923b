package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stops a real run stops those that only try it, with the same words and code. */
class RehearsalTest extends InTheShop {

    @BeforeEach
    void runOnce() throws IOException {
        nameRelay();
        assertThat(terminal.type("send", "spring.yaml", "--yes", "--max-runtime", "0s"))
                .isZero();
    }

    private void stops(String command, String why) {
        assertThat(terminal.type(command.split(" ", -1))).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains(why);
        assertThat(folder.resolve("previews")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "send spring.yaml --yes",
                "send spring.yaml --dry-run",
                "check spring.yaml",
                "plan spring.yaml --dry-run"
            })
    void aFileThatLostHalfOfItsPeople(String command) throws IOException {
        shop.write("customers.csv", """
                customer_id,email,first_name,language,country,opt_in,age
                c1,ann@one.example,Ann,en,GB,yes,31
                c2,bert@two.example,Bert,de,DE,ja,
                """);
        stops(command, "spring.yaml: the customer file has 2 people, and the last time it had 5.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "send summer.yaml --yes",
                "send summer.yaml --dry-run",
                "check summer.yaml",
                "plan summer.yaml --dry-run"
            })
    void aNameThatBelongsToAnotherFile(String command) throws IOException {
        shop.write("summer.yaml", shop.read("spring.yaml"));
        stops(command, "summer.yaml: the name spring belongs to spring.yaml.");
    }

    static Stream<String> signersAndBelievers() {
        return Stream.of(
                "send spring.yaml --yes",
                "send spring.yaml --dry-run",
                "check spring.yaml",
                "test spring.yaml --as c1 --to me@shop.example",
                "ingest spring.yaml events.csv");
    }

    @ParameterizedTest
    @MethodSource("signersAndBelievers")
    void anotherKeyThanBefore(String command) throws IOException {
        shop.write("personalize.key", "0123456789abcdef".repeat(4) + "\n");
        stops(command, "the secret key is another one than when this ledger was made");
    }

    @ParameterizedTest
    @MethodSource("signersAndBelievers")
    void noKeyWhereThereWasOne(String command) throws IOException {
        Files.delete(folder.resolve("personalize.key"));
        stops(command, "personalize.key: the key file is missing, and the ledger remembers one.");
        assertThat(folder.resolve("personalize.key")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"send spring.yaml --dry-run", "check spring.yaml"})
    void whatIsAsItWasGoesOn(String command) {
        assertThat(terminal.type(command.split(" ", -1))).as(terminal.err()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"send spring.yaml --dry-run", "check spring.yaml", "plan spring.yaml --dry-run"})
    void aBrakeIsTold(String command) {
        assertThat(terminal.type("pause", "spring.yaml")).isZero();
        assertThat(terminal.type(command.split(" ", -1))).as(terminal.err()).isZero();
        assertThat(terminal.out() + terminal.err())
                .contains("This campaign is paused: nobody is mailed before resume.");
        assertThat(terminal.type("cancel", "spring.yaml")).isZero();
        assertThat(terminal.type(command.split(" ", -1))).as(terminal.err()).isZero();
        assertThat(terminal.out() + terminal.err()).contains("This campaign was cancelled: nobody is mailed any more.");
    }
}
