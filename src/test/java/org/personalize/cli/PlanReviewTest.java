package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Promise.Shown;

/** Plans that are promised, looked at, compared and made anew. */
class PlanReviewTest extends InTheShop {

    private void plan(String... words) {
        List<String> line = new ArrayList<>(List.of("plan", "spring.yaml"));
        line.addAll(List.of(words));
        assertThat(terminal.type(line.toArray(String[]::new)))
                .as(terminal.err())
                .isZero();
    }

    private List<String> promised(String campaign) throws IOException {
        List<String> promised = new ArrayList<>();
        try (Ledger ledger =
                Ledger.openExisting(folder.resolve("personalize.db").toString()).orElseThrow()) {
            ledger.rows(
                    new Edition(campaign, ""),
                    row -> promised.add(row.promise().customerId() + " "
                            + row.state().name().toLowerCase(java.util.Locale.ROOT) + " "
                            + row.promise().slots().values().stream()
                                    .flatMap(List::stream)
                                    .map(Shown::item)
                                    .toList()));
        }
        return promised.stream().sorted().toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plan spring.yaml --out no/plan.csv",
                "plan spring.yaml --diff plan.csv --changes no/changes.csv",
                "train spring.yaml --html no/page.html",
                "score times spring.yaml --out no/times.csv",
                "score items spring.yaml --out no/items.csv",
                "report spring.yaml --html no/page.html",
                "report spring.yaml --recipients no/people.csv",
                "ingest spring.yaml spring.yaml --events-out no/events.csv"
            })
    void aFileThatHasNoFolderIsRefusedBeforeTheWorkBegins(String line) throws IOException {
        String last = line.substring(line.lastIndexOf(' ') + 1);

        assertThat(terminal.type(line.split(" ", -1))).isEqualTo(2);
        assertThat(terminal.err())
                .isEqualTo("personalize: " + last
                        + ": expected a folder to write the file into, found no " + folder.resolve("no")
                        + ". Make that folder, or name another place.\n");
        assertThat(folder.resolve("personalize.db")).doesNotExist();
        assertThat(folder.resolve("models")).doesNotExist();
    }

    @Test
    void aPlanStandsInTheLedgerAndIsKept() throws IOException {
        plan("--out", "plan.csv");
        String first = shop.read("plan.csv");
        assertThat(promised("spring"))
                .containsExactly("c1 planned [i2, i1]", "c2 planned [i2, i1]", "c3 planned [i2, i1]");
        assertThat(terminal.type("status", "spring.yaml", "--json")).isZero();
        assertThat(terminal.out()).contains("\"planned\": 3");

        shop.change("items.csv", "i2,Boots,walk,89,true", "i2,Boots,walk,89,false");
        plan("--out", "plan.csv");
        assertThat(shop.read("plan.csv")).isEqualTo(first);
    }

    @Test
    void whoeverChangesTheSettingsHearsThatThePromisesStand() throws IOException {
        plan();
        plan();
        assertThat(terminal.out()).doesNotContain("changed after mails were promised");
        shop.change("spring.yaml", "audience:", "priority: 3\naudience:");
        plan();
        assertThat(terminal.out())
                .containsPattern(
                        "spring\\.yaml changed after mails were promised, and what was promised\\s+stands where\\s+its moment is still permitted; plan"
                                + "\\s+--again decides anew");
        shop.change("spring.yaml", "priority: 3", "priority: 4");
        plan("--again");
        assertThat(terminal.out()).doesNotContain("changed after mails were promised");
    }

    /** The two ropes are told apart by nothing, so that the place for one of them is drawn. */
    @Test
    void theChanceOfADrawnItemStandsInTheFileAndInTheLedger() throws IOException {
        shop.change("items.csv", "i4,Stove,camp,39,true,https://shop.example/i4\n", """
                r1,Rope,climb,49,true,https://shop.example/r1
                r2,Rope,climb,49,true,https://shop.example/r2
                """);
        shop.change("spring.yaml", "pick: 2", "pick: 3");
        shop.change("spring.yaml", "compliance:", "schedule: {random_hours: 100%}\ncompliance:");
        plan("--out", "plan.json");
        assertThat(shop.read("plan.json"))
                .containsPattern("\\{\"item_id\":\"r[12]\",\"why\":\"[a-z]+\",\"chance\":0\\.500000\\}");
        assertThat(chances()).hasSize(9).contains(1.0, 0.5).containsOnly(1.0, 0.5);
        String first = shop.read("plan.json");
        plan("--out", "plan.json");
        assertThat(shop.read("plan.json")).isEqualTo(first);
    }

    private List<Double> chances() throws IOException {
        List<Double> chances = new ArrayList<>();
        try (Ledger ledger =
                Ledger.openExisting(folder.resolve("personalize.db").toString()).orElseThrow()) {
            ledger.rows(
                    new Edition("spring", ""),
                    row -> row.promise().slots().values().stream()
                            .flatMap(List::stream)
                            .forEach(shown -> chances.add(shown.chance())));
        }
        return chances;
    }

    @Test
    void plannedAgainEverythingIsDecidedAnew() throws IOException {
        plan();
        shop.change("items.csv", "i2,Boots,walk,89,true", "i2,Boots,walk,89,false");
        shop.change("customers.csv", "bert@two.example", "bert@new.example");
        plan("--again", "--only", "c2");
        assertThat(promised("spring"))
                .containsExactly("c1 planned [i2, i1]", "c2 planned [i1, i4]", "c3 planned [i2, i1]");
        shop.change("customers.csv", "Ann,en,GB,yes", "Ann,en,GB,no");
        shop.change("spring.yaml", "audience:", "groups: {no_mail: 99%}\naudience:");
        plan("--again");
        assertThat(promised("spring")).containsExactly("c1 skipped [i2, i1]", "c2 no_mail []", "c3 no_mail []");
        shop.change("spring.yaml", "groups: {no_mail: 99%}\n", "");
        plan("--again");
        assertThat(promised("spring"))
                .containsExactly("c1 skipped [i2, i1]", "c2 planned [i1, i4]", "c3 planned [i1, i4]");
    }

    @Test
    void aDryRunPromisesNothing() {
        plan("--dry-run", "--out", "plan.csv");
        assertThat(folder.resolve("personalize.db")).doesNotExist();
        assertThat(terminal.out()).contains("Promised to nobody");
        assertThat(folder.resolve("plan.csv")).exists();
    }

    @Test
    void whatDiffersIsToldWithWhatCausedIt() throws IOException {
        plan("--out", "plan.json");
        shop.change("items.csv", "i2,Boots,walk,89,true", "i2,Boots,walk,89,false");
        shop.change("customers.csv", "Ann,en,GB,yes", "Ann,en,GB,no");
        plan("--again", "--out", "plan.json", "--diff", "plan.json", "--changes", "changes.csv");

        assertThat(terminal.out()).endsWith("""
                  Compared with plan.json, made 2026-03-02 09:00 UTC:
                    removed           1  now skipped: no_consent 1
                    content           2  picks 2
                    unchanged         2
                    because of data: customers.csv, items.csv
                      c1 removed, status: planned → skipped: no_consent
                      c2 content, picks: i2|i1 → i1|i4
                      c3 content, picks: i2|i1 → i1|i4
                  All changes: changes.csv
                """);
        assertThat(shop.read("changes.csv")).isEqualTo("""
                customer_id,change,field,before,after,why
                c1,removed,status,planned,skipped: no_consent,data
                c2,content,picks,i2|i1,i1|i4,data
                c3,content,picks,i2|i1,i1|i4,data
                """);
        plan("--diff", "plan.json", "--json");
        assertThat(terminal.out().replaceAll("\\s+", ""))
                .contains("\"recorded\":true,", "\"differences\":{\"older\":")
                .contains("\"unchanged\":5,\"changes\":{},\"because\":[],\"examples\":[]}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plan spring.yaml --changes c.csv",
                "plan spring.yaml --diff p.json --changes c.txt",
                "plan spring.yaml --diff nowhere.json",
                "plan spring.yaml --again --limit 3",
                "plan spring.yaml spring.yaml",
                "plan spring.yaml nowhere.yaml",
                "send spring.yaml --dry-run --plan p.json",
                "plan --again"
            })
    void aWrongCommandLineWritesNothing(String line) {
        assertThat(terminal.type(line.split(" "))).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).isNotEmpty();
        assertThat(folder.resolve("c.csv")).doesNotExist();
    }

    @Test
    void theSameFilesAndClockGiveTheSameBytes() throws IOException {
        plan("--out", "one.json");
        plan("--out", "two.json");
        plan("--again", "--out", "three.json");
        assertThat(shop.read("two.json")).isEqualTo(shop.read("one.json"));
        assertThat(shop.read("three.json")).isEqualTo(shop.read("one.json"));
    }

    @Test
    void severalCampaignsTakeTurnsByPriorityInOneDocument() throws IOException {
        shop.write(
                "launch.yaml",
                shop.read("spring.yaml")
                        .replace("campaign: spring", "campaign: launch\npriority: 5")
                        .replace(
                                "consent: opt_in",
                                "consent: opt_in, quiet_days: 2, where: \"customer.country == 'DE'\""));
        assertThat(terminal.type("plan", "spring.yaml", "launch.yaml", "--out", "plan.csv", "--json"))
                .as(terminal.err())
                .isZero();
        String out = terminal.out().replaceAll("\\s+", "");
        assertThat(out)
                .startsWith("{\"campaigns\":[{\"campaign\":\"launch\"")
                .contains("},{\"campaign\":\"spring\"")
                .endsWith("]}");
        assertThat(promised("launch")).containsExactly("c2 planned [i2, i1]");
        assertThat(promised("spring")).containsExactly("c1 planned [i2, i1]", "c3 planned [i2, i1]");
        assertThat(shop.read("plan-spring.csv")).contains("c2,bert@two.example,spring,skipped,priority,");
        assertThat(Files.exists(folder.resolve("plan.csv"))).isFalse();
    }

    @Test
    void oneCampaignsMistakeIsToldAndTheOthersTakeTheirTurns() throws IOException {
        shop.write(
                "launch.yaml",
                shop.read("spring.yaml")
                        .replace("campaign: spring", "campaign: launch")
                        .replace("customers.csv", "none.csv"));
        assertThat(terminal.type("plan", "launch.yaml", "spring.yaml", "--json"))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("none.csv");
        assertThat(terminal.out().replaceAll("\\s+", ""))
                .contains("{\"campaign\":\"launch\",\"exit_code\":2,\"problems\":[{\"place\":\"launch.yaml:3:19\"")
                .contains("}]},{\"campaign\":\"spring\"");
        assertThat(promised("spring")).hasSize(3);
    }

    @Test
    void aMistakeInACampaignFileIsKnownBeforeAnyIsPlanned() throws IOException {
        shop.write("launch.yaml", shop.read("spring.yaml").replace("campaign: spring", "campain: launch"));
        assertThat(terminal.type("plan", "spring.yaml", "launch.yaml")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("launch.yaml").contains("campain");
        assertThat(folder.resolve("personalize.db")).doesNotExist();
    }
}
