package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherCommandsTest {

    @TempDir
    Path folder;

    @Test
    void aPlanHoldsEverybodyOnceInTheOrderOfTheirIds() throws IOException {
        Shop shop = Shop.in(folder);
        var terminal = new Terminal(folder);
        assertThat(terminal.type("plan", "spring.yaml", "--out", "plan.csv"))
                .as(terminal.err())
                .isZero();
        assertThat(shop.read("plan.csv")).isEqualTo("""
                customer_id,email,campaign,status,reason,send_at,local_time,hour_chance,variant,variant_chance,group,picks
                c1,ann@one.example,spring,planned,,2026-03-02T09:00:00Z,2026-03-02T09:00:00+00:00,1.000000,only,1.000000,,i2|i1
                c2,bert@two.example,spring,planned,,2026-03-02T09:00:00Z,2026-03-02T10:00:00+01:00,1.000000,only,1.000000,,i2|i1
                c3,cleo@three.example,spring,planned,,2026-03-02T09:00:00Z,2026-03-02T10:00:00+01:00,1.000000,only,1.000000,,i2|i1
                c4,dan@four.example,spring,skipped,no_consent,,,,,,,
                c5,eve@five.example,spring,skipped,unsubscribed,,,,,,,
                """);
        assertThat(terminal.type("plan", "spring.yaml", "--out", "plan.json")).isZero();
        assertThat(shop.read("plan.json")).contains("\"customer_id\":\"c5\"").contains("\"reason\":\"unsubscribed\"");
        assertThat(terminal.type("plan", "spring.yaml", "--out", "plan.txt")).isEqualTo(ExitCode.WRONG_INPUT);
    }

    @Test
    void aSlotThatStaysEmptyLeavesItsItemsToTheNext() throws IOException {
        Shop shop = Shop.in(folder);
        shop.change(
                "spring.yaml",
                "slots: {picks: {pick: 2, where: \"item.in_stock\"}}",
                "slots: {hero: {pick: 3, at_least: 3, otherwise: hide, where: \"item.category == 'camp'\"},"
                        + " picks: {pick: 2, where: \"item.category == 'camp'\"}}");
        assertThat(new Terminal(folder).type("plan", "spring.yaml", "--out", "plan.csv"))
                .isZero();
        assertThat(shop.read("plan.csv").lines().skip(1).limit(3))
                .allSatisfy(line -> assertThat(line).matches(".*,,,(i1\\|i4|i4\\|i1)$"));
    }

    @Test
    void aMisspeltNameInAConditionIsSaidBeforeAnybodyIsLeftOut() throws IOException {
        Shop shop = Shop.in(folder);
        shop.change("spring.yaml", "{consent: opt_in}", "{consent: opt_in, where: \"(profile.oders!0) == 0\"}");
        var terminal = new Terminal(folder);
        assertThat(terminal.type("check", "spring.yaml")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("spring.yaml:8").contains("Did you mean profile.orders?");
        shop.change("spring.yaml", "(profile.oders!0) == 0", "(customer.contry!'GB') == 'GB'");
        assertThat(terminal.type("check", "spring.yaml")).isZero();
        assertThat(terminal.out()).contains("customer.contry").contains("did you mean country?");
    }

    @Test
    void theRootOfADiskIsNoFileForAPlan() throws IOException {
        Shop.in(folder);
        var terminal = new Terminal(folder);
        assertThat(terminal.type("plan", "spring.yaml", "--out", "/")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("expected a file to write, found a folder");
    }

    @Test
    void checkWritesNothing() throws IOException {
        Shop.in(folder);
        var terminal = new Terminal(folder);
        assertThat(terminal.type("check", "spring.yaml")).as(terminal.err()).isZero();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> String.valueOf(f.getFileName())))
                    .containsExactlyInAnyOrder("customers.csv", "items.csv", "events.csv", "mail.ftlh", "spring.yaml");
        }
    }

    @Test
    void everyMistakeOfACampaignIsNamedAtOnce() throws IOException {
        Shop shop = Shop.in(folder);
        shop.change("spring.yaml", "preheader:", "prehaeder:");
        shop.change("spring.yaml", "pick: 2", "pick: none");
        var terminal = new Terminal(folder);
        assertThat(terminal.type("check", "spring.yaml")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err())
                .contains("spring.yaml:6:1")
                .contains("preheader")
                .contains("spring.yaml:9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sned spring.yaml",
                "send",
                "send spring.yaml --dry-runn",
                "send x.yaml --now yesterday",
                "send x.yaml --dry-run --previews some",
                "plan x.yaml --limit -1",
                "check x.yaml --max-rejects 300%",
                "check missing.yaml"
            })
    void aWrongCommandLineIsExplainedAndEndsWith2(String line) {
        var terminal = new Terminal(folder);
        assertThat(terminal.type(line.isEmpty() ? new String[0] : line.split(" ")))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err())
                .isNotBlank()
                .doesNotContain("Exception")
                .doesNotContain("org.personalize")
                .doesNotContain("\tat ");
        assertThat(terminal.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-12-31T23:59Z",
                "-999999999-01-01T00:00Z",
                "+10000-01-01T00:00Z",
                "9999-12-31T23:59Z",
                "1969-12-31T23:59Z"
            })
    void aClockThatNoCampaignCanHaveIsRefused(String now) throws IOException {
        Shop.in(folder);
        var terminal = new Terminal(folder);
        assertThat(terminal.type("check", "spring.yaml", "--now", now)).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("expected a year from 1970 to 9998, found '" + now + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00+14:00", "9998-12-31T23:59-14:00"})
    void theFirstAndTheLastClockCanBePlannedBy(String now) throws IOException {
        Shop shop = Shop.in(folder);
        shop.write("spring.yaml", shop.read("spring.yaml") + "smtp: {host: 127.0.0.1, port: 1, security: none}\n");
        var terminal = new Terminal(folder);
        for (String command : new String[] {"check", "plan", "status", "report"}) {
            assertThat(terminal.type(command, "spring.yaml", "--now", now))
                    .as(command + terminal.err())
                    .isZero();
        }
        assertThat(terminal.type("send", "spring.yaml", "--yes", "--max-runtime", "0s", "--now", now))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"init", "check", "plan", "send"})
    void everyCommandHasHelpWithAnExample(String command) {
        var terminal = new Terminal(folder);
        assertThat(terminal.type(command, "--help")).isZero();
        assertThat(terminal.out())
                .contains("Usage: personalize " + command)
                .contains("Example")
                .contains("--json");
    }

    /** Whoever copies an example copies a line: one that the help broke would be another command. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "init",
                "check",
                "train",
                "plan",
                "send",
                "test",
                "status",
                "pause",
                "resume",
                "cancel",
                "report",
                "explain",
                "score times",
                "score items",
                "ingest",
                "backtest",
                "doctor",
                "token verify",
                "suppressions list",
                "suppressions add",
                "suppressions undo"
            })
    void noExampleIsBroken(String command) {
        var terminal = new Terminal(folder);
        assertThat(terminal.type((command + " --help").strip().split(" ", -1))).isZero();
        String all = terminal.out();
        assertThat(all.substring(all.indexOf("\nExample")).lines().skip(2).takeWhile(line -> !line.isBlank()))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("  "));
    }

    @Test
    void theHelpOfTokensNamesThePlaceHolderAsItIsWritten() {
        var terminal = new Terminal(folder);
        assertThat(terminal.type("token", "verify", "--help")).isZero();
        assertThat(terminal.out()).contains("What stood for ${token} in a link.");
    }

    @Test
    void aCampaignThatNobodyKnowsIsToldWhereAConditionAsksForIt() throws IOException {
        Shop shop = Shop.in(folder);
        shop.change(
                "spring.yaml",
                "{consent: opt_in}",
                "{consent: opt_in, where: \"!received('sumer') && !clicked(\\\"summer\\\") && !received('spring', '7d')\"}");
        shop.write("summer.yaml", shop.read("spring.yaml").replace("campaign: spring", "campaign: summer"));
        var terminal = new Terminal(folder);
        assertThat(terminal.type("check", "spring.yaml")).as(terminal.err()).isZero();
        assertThat(terminal.out())
                .contains(
                        "audience.where asks for received('sumer'), and no mail, event or campaign file has that name;"
                                + " did you mean summer?")
                .doesNotContain("clicked(", "received('spring'");
    }

    @Test
    void aFollowedCampaignThatNobodyKnowsIsTold() throws IOException {
        Shop shop = Shop.in(folder);
        shop.change("spring.yaml", "{consent: opt_in}", "{consent: opt_in, follows: {campaign: sumer, after: 3d}}");
        shop.write("summer.yaml", shop.read("spring.yaml").replace("campaign: spring", "campaign: summer"));
        var terminal = new Terminal(folder);
        terminal.type("check", "spring.yaml");
        assertThat(terminal.out())
                .contains("audience.follows names sumer, and no mail, event or campaign file has that name;"
                        + " did you mean summer?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "plan", "send --dry-run"})
    void aColumnThatNobodyHasIsAnErrorWhereItWouldLeaveNobody(String command) throws IOException {
        Shop shop = Shop.in(folder);
        shop.change("spring.yaml", "{consent: opt_in}", "{consent: opt_in, where: \"customer.agge > 30\"}");
        var terminal = new Terminal(folder);
        assertThat(terminal.type((command + " spring.yaml").split(" "))).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err())
                .containsPattern(
                        "spring.yaml:[0-9]+:[0-9]+: audience.where asks for customer.agge, and the customer file"
                                + " has no such column, so that the answer would be no for everybody.")
                .contains("Did you mean customer.age?");
    }

    @Test
    void aNameWithoutWhatHasItIsAnError() throws IOException {
        Shop shop = Shop.in(folder);
        shop.change("spring.yaml", "{consent: opt_in}", "{consent: opt_in, where: \"age > 30 && custmer.age > 3\"}");
        var terminal = new Terminal(folder);
        assertThat(terminal.type("check", "spring.yaml")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("Did you mean customer.age?", "Did you mean customer?");
    }

    @Test
    void aColumnThatMayBeMissingIsOnlyTold() throws IOException {
        Shop shop = Shop.in(folder);
        shop.change("spring.yaml", "{consent: opt_in}", "{consent: opt_in, where: \"(customer.agge!40) > 30\"}");
        var terminal = new Terminal(folder);
        assertThat(terminal.type("check", "spring.yaml")).as(terminal.err()).isZero();
        assertThat(terminal.out()).contains("no such column; did you mean age?");
    }

    @Test
    void aColumnMayBeAskedForInAnotherCase() throws IOException {
        Shop shop = Shop.in(folder);
        shop.change("spring.yaml", "{consent: opt_in}", "{consent: opt_in, where: \"customer.Age > 30\"}");
        var terminal = new Terminal(folder);
        assertThat(terminal.type("check", "spring.yaml")).as(terminal.err()).isZero();
        assertThat(terminal.out()).doesNotContain("no such column");
    }

    @Test
    void initLaysOutAWorkspaceThatWorksAtOnce() throws IOException {
        var terminal = new Terminal(folder);
        assertThat(terminal.type("init", "shop")).as(terminal.err()).isZero();
        assertThat(terminal.out()).contains("personalize check spring-sale.yaml");
        Path shop = folder.resolve("shop");
        assertThat(Files.readString(shop.resolve(".gitignore")))
                .contains("*.csv")
                .contains("personalize.key")
                .contains("plan*.json")
                .contains("*.log")
                .contains("previews/");
        assertThat(Files.readString(shop.resolve("win-back.yaml")))
                .contains("#   personalize send win-back.yaml --dry");
        assertThat(Files.readString(shop.resolve("README.md"))).doesNotContain("sample-data");
        assertThat(shop.resolve("unsubscribe")).isDirectoryContaining("glob:**nginx*");
        for (String campaign :
                new String[] {"spring-sale.yaml", "weekly-digest.yaml", "win-back.yaml", "cart-reminder.yaml"}) {
            var there = new Terminal(shop);
            assertThat(there.type("check", campaign)).as(campaign).isZero();
            assertThat(there.out()).doesNotContain("[unused-branch]");
        }
        assertThat(terminal.type("init", "shop")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("nothing is overwritten");
    }

    @Test
    void initKeepsTheReadMeThatANewRepositoryHas() throws IOException {
        Path shop = Files.createDirectory(folder.resolve("shop"));
        Files.writeString(shop.resolve("README.md"), "ours");
        var terminal = new Terminal(folder);
        assertThat(terminal.type("init", "shop")).as(terminal.err()).isZero();
        assertThat(shop.resolve("README.md")).hasContent("ours");
        assertThat(shop.resolve("templates/spring-sale.ftlh")).isRegularFile();
    }

    /** Where there is room for some of its names only, since the whole path of a file may be too long. */
    @Test
    void initThatCannotWriteAllOfItLeavesNothing() throws IOException {
        int longestPath = 4_095;
        int deepest = longestPath - "/templates/shared/item.ftl".length();
        Path above = folder.toAbsolutePath();
        while (above.toString().length() < deepest - 200) {
            above = above.resolve("d".repeat(150));
        }
        Files.createDirectories(above);
        Path shop = above.resolve("s".repeat(deepest - above.toString().length() - 1));
        Files.createDirectory(shop);
        Files.writeString(shop.resolve("LICENSE"), "ours");
        var terminal = new Terminal(folder);
        assertThat(terminal.type("init", shop.toString())).isEqualTo(ExitCode.DISK);
        assertThat(terminal.err()).contains("cannot be read or written (File name too long; give it a shorter name)");
        assertThat(shop).isDirectoryContaining("glob:**LICENSE");
        assertThat(shop.toFile().list()).hasSize(1);
        Files.delete(shop.resolve("LICENSE"));
        Files.delete(shop);
        assertThat(terminal.type("init", shop.toString())).isEqualTo(ExitCode.DISK);
        assertThat(shop).doesNotExist();
    }

    @Test
    void aSignalEndsInitBeforeAnythingIsWritten() throws IOException {
        Files.writeString(folder.resolve("people.csv"), "email\nann@a.example\n");
        var terminal = new Terminal(folder);
        terminal.stop.set(true);
        assertThat(terminal.type("init", "mine", "--from", "people.csv")).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(folder.resolve("mine")).doesNotExist();
    }

    @Test
    void initGuessesTheColumnsOfForeignExports() throws IOException {
        Files.write(folder.resolve("Kunden.csv"), """
                Kd-Nr;E-Mail-Adresse;Vorname;Land;Newsletter-Einwilligung
                1;änne@müller.example;Änne;DE;ja
                2;bo@zwei.example;Bo;AT;nein
                3;cem@drei.example;Cem;DE;ja
                """.getBytes(Charset.forName("windows-1252")));
        Files.writeString(folder.resolve("produkte.csv"), """
                id\ttitle\tprice\tlink\timage_link\tavailability
                p1\tZelt\t199.00 EUR\thttps://s.example/p1\thttps://s.example/p1.jpg\tin stock
                p2\tSeil\t49.00 EUR\thttps://s.example/p2\thttps://s.example/p2.jpg\tout of stock
                """);
        Files.writeString(folder.resolve("unsubscribed.csv"), "Email\nbo@zwei.example\n");
        var terminal = new Terminal(folder);
        assertThat(terminal.type("init", "mine", "--from", "Kunden.csv", "produkte.csv", "unsubscribed.csv"))
                .as(terminal.err())
                .isZero();
        String yaml = Files.readString(folder.resolve("mine/personalize.yaml"));
        assertThat(yaml)
                .contains("file: \"../Kunden.csv\"")
                .contains("consent: \"newsletter_einwilligung\"")
                .contains("suppressions: [\"../unsubscribed.csv\"]")
                .contains("GUESSED");
        Path mine = folder.resolve("mine");
        var there = new Terminal(mine);
        assertThat(there.type("check", "first-mail.yaml", "--json"))
                .as(there.err() + there.out())
                .isZero();
        assertThat(there.out()).contains("\"read\": 3").contains("\"suppressed\": 1");
        try (Stream<Path> all = Files.walk(mine)) {
            assertThat(all.filter(f -> f.toString().endsWith(".ftlh")))
                    .allSatisfy(f -> assertThat(Files.readString(f)).doesNotContain("Fernhill"));
        }
    }
}
