package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendCommandTest extends InTheShop {

    private Map<String, String> previews() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder.resolve("previews"))) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                files.put(folder.resolve("previews").relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void aDryRunWritesAMailForEverybodyWhoIsPlannedAndAGallery() throws IOException {
        assertThat(terminal.type("send", "spring.yaml", "--dry-run", "--out", "previews"))
                .as(terminal.err())
                .isZero();
        assertThat(previews().keySet()).contains("index.html", "manifest.csv").anyMatch(name -> name.endsWith(".eml"));
        assertThat(previews().get("manifest.csv").lines().map(line -> line.split(",")[1]))
                .containsExactly("email", "ann@one.example", "bert@two.example", "cleo@three.example");
        assertThat(terminal.out()).contains("planned").contains("unsubscribed 1, no_consent 1");
    }

    @Test
    void everyRowIsCountedOnceInTheJson() {
        assertThat(terminal.type("send", "spring.yaml", "--dry-run", "--json")).isZero();
        assertThat(terminal.out().replaceAll("\\s+", ""))
                .contains("\"campaign\":\"spring\"")
                .contains("\"read\":7")
                .contains("\"gone\":0")
                .contains("\"duplicates\":2")
                .contains("\"put_aside\":0")
                .contains("\"skipped\":{\"unsubscribed\":1,\"no_consent\":1}")
                .contains("\"no_mail\":0,\"planned\":3,\"plain_mail\":0,\"rendered\":3,\"waiting\":0,\"due\":3");
    }

    @Test
    void theSameInputsAndClockGiveTheSameBytes() throws IOException {
        terminal.type("send", "spring.yaml", "--dry-run");
        Map<String, String> first = previews();
        terminal.type("send", "spring.yaml", "--dry-run");
        assertThat(previews()).isEqualTo(first);
    }

    @Test
    void whatHoldsPeopleIsForItsOwnerOnly() throws IOException {
        terminal.type("send", "spring.yaml", "--dry-run");
        try (Stream<Path> all = Files.walk(folder.resolve("previews"))) {
            for (Path file : (Iterable<Path>) all::iterator) {
                String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                assertThat(mode).as(file.toString()).isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------");
            }
        }
    }

    @Test
    void aPersonsOwnErrorHoldsThatPersonAndTheRestGo() throws IOException {
        shop.change("mail.ftlh", "<p>Hello", "<p>You are ${customer.age} years old.</p><p>Hello");
        assertThat(terminal.type("send", "spring.yaml", "--dry-run")).isEqualTo(ExitCode.SOMEBODY_LEFT_OUT);
        assertThat(terminal.out())
                .contains("customer.age")
                .contains("mail.ftlh:4")
                .contains("missing-value");
        assertThat(previews().get("manifest.csv")).contains("ann@one.example").doesNotContain("bert@two.example");
        assertThat(terminal.out()).doesNotContain("bert@two.example");
    }

    @Test
    void withoutATerminalAndYesNothingIsSent() {
        assertThat(terminal.type("send", "spring.yaml")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err())
                .contains("nothing was sent")
                .contains("--yes")
                .contains("--dry-run");
        assertThat(folder.resolve("previews")).doesNotExist();
    }

    @Test
    void aFolderWithForeignFilesIsNotOverwritten() throws IOException {
        Files.createDirectories(folder.resolve("previews"));
        shop.write("previews/thesis.txt", "years of work");
        assertThat(terminal.type("send", "spring.yaml", "--dry-run")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("thesis.txt");
        assertThat(shop.read("previews/thesis.txt")).isEqualTo("years of work");
    }

    @Test
    void theGalleryShowsThePicturesOfWhatWasChosen() throws IOException {
        Files.createDirectory(folder.resolve("art"));
        shop.write("art/tent.jpg", "a picture");
        shop.write("items.csv", """
                item_id,title,in_stock,url,image_url
                i1,Tent,true,https://shop.example/i1,tent.jpg
                i2,Boots,true,https://shop.example/i2,https://elsewhere.example/boots.jpg
                """);
        shop.write("spring.yaml", shop.read("spring.yaml") + "images: {folder: art}\n");
        terminal.type("send", "spring.yaml", "--dry-run");
        assertThat(previews().get("data/000.js"))
                .contains("\"../art/tent.jpg\"")
                .doesNotContain("boots.jpg");
    }

    @Test
    void anEarlierPreviewIsReplacedWhole() throws IOException {
        terminal.type("send", "spring.yaml", "--dry-run");
        shop.change("customers.csv", "Ann,en,GB,yes", "Ann,en,GB,no");
        terminal.type("send", "spring.yaml", "--dry-run");
        assertThat(previews().keySet()).noneMatch(name -> name.startsWith("c1"));
        assertThat(previews().get("index.html")).doesNotContain("ann@one.example");
    }

    @Test
    void tooManyBadRowsStopTheRunBeforeAnythingIsWritten() throws IOException {
        shop.change("customers.csv", "ann@one.example", "ann at one");
        assertThat(terminal.type("send", "spring.yaml", "--dry-run")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err())
                .contains("1 of 7 rows of the customers")
                .contains("customers.csv:2")
                .contains("--max-rejects");
        assertThat(folder.resolve("previews")).doesNotExist();
        assertThat(terminal.type("send", "spring.yaml", "--dry-run", "--max-rejects", "20%"))
                .isZero();
        assertThat(shop.read("previews/rejects.csv"))
                .contains("customers.csv,2,")
                .contains("ann at one");
    }

    @Test
    void onlyAndLimitCutThePlanAndCountTheRest() {
        assertThat(terminal.type("send", "spring.yaml", "--dry-run", "--json", "--only", "c1", "bert@two.example"))
                .isZero();
        assertThat(terminal.out()).contains("\"planned\": 2").contains("\"not_selected\": 1");
        assertThat(terminal.type("send", "spring.yaml", "--dry-run", "--json", "--limit", "1"))
                .isZero();
        assertThat(terminal.out()).contains("\"planned\": 1").contains("\"not_selected\": 2");
        assertThat(terminal.type("send", "spring.yaml", "--dry-run", "--only", "nobody"))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("nobody");
    }

    @Test
    void fewerPreviewsStillRenderEverybody() throws IOException {
        assertThat(terminal.type("send", "spring.yaml", "--dry-run", "--json", "--previews", "1"))
                .isZero();
        assertThat(terminal.out()).contains("\"rendered\": 3").contains("\"previews\": 1");
        assertThat(previews().keySet().stream().filter(n -> n.endsWith(".eml"))).hasSize(1);
    }

    @Test
    void aSignalStopsTheRunAndLeavesNothing() {
        terminal.stop.set(true);
        assertThat(terminal.type("send", "spring.yaml", "--dry-run")).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(folder.resolve("previews")).doesNotExist();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsTheDisksFault() {
        assertThat(terminal.type("send", "spring.yaml", "--dry-run", "--out", "/proc/previews"))
                .isEqualTo(ExitCode.DISK);
        assertThat(terminal.err()).contains("/proc/previews");
    }

    @Test
    void aStaleOrShrunkenExportStopsTheRun() throws IOException {
        shop.change("spring.yaml", "events: events.csv}", "events: events.csv, expect: 100..200}");
        assertThat(terminal.type("send", "spring.yaml", "--dry-run")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("100 to 200 people").contains("has 5");
        shop.change("spring.yaml", "expect: 100..200}", "max_age: {customers: 26h}}");
        Files.setLastModifiedTime(
                folder.resolve("customers.csv"),
                java.nio.file.attribute.FileTime.from(Terminal.NOW.minusSeconds(40 * 3600)));
        assertThat(terminal.type("send", "spring.yaml", "--dry-run")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("customers.csv").contains("40 hours old");
    }

    @Test
    void aCampaignThatCannotBeSentIsBlockedButCanBeLookedAt() throws IOException {
        shop.change("mail.ftlh", "<a href=\"${links.unsubscribe}\">Unsubscribe</a>", "");
        assertThat(terminal.type("send", "spring.yaml", "--dry-run")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.out()).contains("unsubscribe").contains("cannot be sent as it is");
    }

    @Test
    void threeSubjectsThatDifferAreShown() throws IOException {
        shop.change("spring.yaml", "languages: [en, de, fr]\n", "");
        assertThat(terminal.type("check", "spring.yaml")).as(terminal.err()).isZero();
        assertThat(terminal.out()).contains("News for Ann", "News for Bert", "News for you");
        shop.change("spring.yaml", "News for ${customer.first_name!'you'}", "News for you");
        terminal.type("check", "spring.yaml");
        assertThat(terminal.out().split("News for you", -1)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--out x", "--previews all"})
    void whoeverForgetsTheDryRunMailsNobody(String options) throws IOException {
        nameRelay();
        String command = "send spring.yaml --yes " + options;
        assertThat(terminal.type(command.split(" ", -1))).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains(options.split(" ", -1)[0] + " is for --dry-run", "nothing was sent");
        assertThat(folder.resolve("personalize.db")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--log x.log", "--max-runtime 5m", "--resend-doubtful"})
    void aDryRunRefusesWhatItDoesNothingWith(String options) {
        String command = "send spring.yaml --dry-run " + options;
        assertThat(terminal.type(command.split(" ", -1))).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains(options.split(" ", -1)[0] + " is for a real send");
        assertThat(folder.resolve("previews")).doesNotExist();
    }
}
