package org.personalize.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.audience.Standing;
import org.personalize.problem.InputProblem;

class PlanDifferencesTest {

    @TempDir
    Path folder;

    private final Village before = new Village();
    private final Village after = new Village();

    @BeforeEach
    void settle() {
        for (Village village : List.of(before, after)) {
            village.variants = List.of("plain", "picked");
            village.shares = Map.of("plain", 1.0, "picked", 0.0);
            village.ware("a", null);
            village.ware("b", null);
            village.slots.add(village.slot("picks", 1));
        }
    }

    private static Origin origin(String customers) {
        return new Origin(
                "0.1.0",
                "17",
                "2025a",
                "",
                List.of(
                        new Fingerprint("campaign", "spring.yaml", 10, "aa"),
                        new Fingerprint("customers", "people.csv", 17, customers)));
    }

    private Path write(Village village, String name) throws IOException {
        Planning planning = village.planning();
        Plan plan = village.plan();
        var file = new PlanFile(planning, plan);
        Path target = folder.resolve(name);
        if (name.endsWith(".json")) {
            file.writeJson(target, origin("old"), Counts.of(planning, plan));
        } else {
            file.writeCsv(target);
        }
        return target;
    }

    private PlanDifferences compare(Path older, Path list) throws IOException {
        var file = new PlanFile(after.planning(), after.plan());
        return PlanDifferences.of(older, file.head(origin("new")), file.rows(), list);
    }

    private void change() {
        for (String id : List.of("ann", "ben", "cy", "dan", "=eve", "zoe")) {
            before.person(id);
        }
        before.people.get(1).is(Standing.NO_CONSENT);
        before.people.get(5).is(Standing.BOUNCED);
        for (String id : List.of("ann", "ben", "cy", "=eve", "finn", "zoe")) {
            after.person(id);
        }
        after.people.get(2).is(Standing.UNSUBSCRIBED);
        after.people.get(5).is(Standing.COMPLAINED);
        after.people.get(3).with("never_show", "a");
    }

    private static final String CHANGES = """
            customer_id,change,field,before,after,why
            '=eve,content,picks,a,b,WHY
            ben,added,status,skipped: no_consent,planned,WHY
            cy,removed,status,planned,skipped: unsubscribed,WHY
            dan,removed,status,planned,,left the customer file
            finn,added,status,,planned,joined the customer file
            zoe,status,status,skipped: bounced,skipped: complained,WHY
            """;

    @ParameterizedTest
    @ValueSource(strings = {"old.json", "old.csv"})
    void everyDifferenceIsListedWithWhatCanHaveCausedIt(String name) throws IOException {
        change();
        Path list = folder.resolve("changes.csv");
        PlanDifferences differences = compare(write(before, name), list);

        String why = name.endsWith(".json") ? "data" : "unknown";
        assertThat(Files.readString(list)).isEqualTo(CHANGES.replace("WHY", why));
        assertThat(differences.unchanged()).isEqualTo(1);
        assertThat(differences.changes())
                .isEqualTo(Map.of(
                        PlanChange.Kind.ADDED, 2L,
                        PlanChange.Kind.REMOVED, 2L,
                        PlanChange.Kind.CONTENT, 1L,
                        PlanChange.Kind.STATUS, 1L));
    }

    @Test
    void theListIsJsonByItsEnding() throws IOException {
        before.person("ann");
        after.person("ann").with("never_show", "a");
        Path list = folder.resolve("changes.json");
        compare(write(before, "old.json"), list);
        assertThat(list).hasContent("""
                [
                {"customer_id":"ann","change":"content","field":"picks","before":"a","after":"b","why":"data"}
                ]
                """);
        after.people.get(0).with("never_show", "c");
        compare(write(before, "old.json"), list);
        assertThat(list).hasContent("[]\n");
    }

    @Test
    void movedAndVariantAndGroupAreToldApart() throws IOException {
        before.person("ann");
        before.now = Instant.parse("2026-03-02T08:00:00Z");
        after.person("ann");
        after.shares = Map.of("plain", 0.0, "picked", 1.0);
        PlanDifferences differences = compare(write(before, "old.json"), null);

        assertThat(differences.examples())
                .containsExactly(
                        new PlanChange(
                                "ann",
                                PlanChange.Kind.MOVED,
                                "send_at",
                                "2026-03-02T08:00:00Z",
                                "2026-03-02T09:00:00Z",
                                "data|clock"),
                        new PlanChange("ann", PlanChange.Kind.VARIANT, "variant", "plain", "picked", "data"));
        assertThat(differences.causes().differences())
                .containsExactly(
                        new PlanCauses.Difference(PlanCauses.Cause.DATA, "people.csv"),
                        new PlanCauses.Difference(
                                PlanCauses.Cause.CLOCK, "now 2026-03-02T08:00:00Z → 2026-03-02T09:00:00Z"));
    }

    @Test
    void theClockIsToldToTheSecond() throws IOException {
        before.person("ann");
        before.now = Instant.parse("2026-03-02T08:00:00.123456789Z");
        after.person("ann");
        PlanDifferences differences = compare(write(before, "old.json"), null);

        assertThat(differences.causes().differences())
                .contains(new PlanCauses.Difference(
                        PlanCauses.Cause.CLOCK, "now 2026-03-02T08:00:00Z → 2026-03-02T09:00:00Z"));
    }

    private String problem(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        try {
            PlanSource.of(file).readSealed(row -> {});
        } catch (InputProblem e) {
            return e.getMessage();
        }
        return "";
    }

    @Test
    void aPlanThatWasNotWrittenToItsEndIsRefusedWhereverItEnds() throws IOException {
        change();
        String whole = Files.readString(write(before, "whole.json"));
        assertThat(problem("copy.json", whole)).isEmpty();
        for (int length = 0; length < whole.length() - 2; length += 7) {
            assertThat(problem("half.json", whole.substring(0, length)))
                    .as("cut at %d", length)
                    .isNotEmpty();
        }
        assertThat(problem("half.json", whole.substring(0, whole.length() / 2)))
                .contains("half.json:")
                .contains("ends in the middle")
                .contains("Plan again");
    }

    @Test
    void aPlanThatSomebodyEditedIsNotSent() throws IOException {
        change();
        String whole = Files.readString(write(before, "whole.json"));
        for (String[] edit : new String[][] {
            {"\"customer_id\":\"ann\"", "\"customer_id\":\"amy\""},
            {"09:00:00Z\",\"local", "23:00:00Z\",\"local"},
            {"\"reason\":\"no_consent\"", "\"reason\":\"bounced\""},
            {"\"item_id\":\"a\"", "\"item_id\":\"b\""},
            {"\"sha256\":\"old\"", "\"sha256\":\"new\""},
        }) {
            assertThat(whole).contains(edit[0]);
            assertThat(problem("edited.json", whole.replace(edit[0], edit[1])))
                    .as(edit[1])
                    .contains("not as it was written");
        }
    }

    @Test
    void aPlanOfAnotherFormatSaysWhatToDo() throws IOException {
        change();
        String whole = Files.readString(write(before, "whole.json"));
        assertThat(problem("new.json", whole.replace("\"format\":1", "\"format\":2")))
                .contains("newer version");
        assertThat(problem("old.json", whole.replace("\"format\":1", "\"format\":0")))
                .contains("no plan of personalize");
        assertThat(problem("other.json", "{\"people\":[]}")).contains("no plan of personalize");
        assertThat(problem("list.json", "[]")).contains("expected a plan");
        assertThat(problem("text.json", "customer_id,email")).contains("no JSON");
        assertThat(problem("more.json", whole + "{}")).contains("something follows");
        assertThat(problem(
                        "mixed.json",
                        whole.replaceFirst("(ann@example.org\",\"campaign\":)\"spring\"", "$1\"summer\"")))
                .contains("of campaign summer, in a plan of spring");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b,spring,planned,2026-03-02T09:00:00Z\na,spring,skipped,\n",
                "a,spring,skipped,\na,spring,skipped,\n"
            })
    void peopleOutOfOrderAreRefusedWithTheirLine(String rows) throws IOException {
        Path file = Files.writeString(folder.resolve("plan.csv"), "customer_id,campaign,status,send_at\n" + rows);
        assertThatThrownBy(() -> PlanSource.of(file).read(row -> {}))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("plan.csv:3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,spring,plan\n", "a,spring,planned\n", ",spring,skipped\n", "a,spring,\n"})
    void aRowThatSaysNothingIsRefused(String row) throws IOException {
        Path file = Files.writeString(folder.resolve("plan.csv"), "customer_id,campaign,status\n" + row);
        assertThatThrownBy(() -> PlanSource.of(file).read(r -> {}))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("plan.csv:2");
    }

    @Test
    void aPlanIsComparedWithItselfToNothing() throws IOException {
        after.people(50);
        PlanDifferences differences = compare(write(after, "same.csv"), null);
        assertThat(differences.areNone()).isTrue();
        assertThat(differences.unchanged()).isEqualTo(50);
    }
}
