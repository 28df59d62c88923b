package org.personalize.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.personalize.template.Condition.Answer.MISSING;
import static org.personalize.template.Condition.Answer.NO;
import static org.personalize.template.Condition.Answer.YES;
import static org.personalize.template.Workshop.BERLIN;
import static org.personalize.template.Workshop.customer;
import static org.personalize.template.Workshop.fields;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

class ConditionTest {

    @TempDir
    Path folder;

    private Workshop workshop;

    @BeforeEach
    void open() {
        workshop = new Workshop(folder);
    }

    @Test
    void aQuestionIsAnsweredWithItsOperatorsWrittenAsTheyAre() throws RenderFailure {
        Fields scope = fields(
                "customer", fields("country", "DE", "age", 31, "vip", true, "born", LocalDate.of(1990, 1, 1)),
                "profile", fields(),
                "received", (Fields.Function) a -> a.equals(List.of("spring", "7d")));
        assertThat(ask("customer.country == 'DE' && (profile.days_since_purchase!999) > 30", scope))
                .isEqualTo(YES);
        assertThat(ask("customer.age > 31 || customer.age >= 32", scope)).isEqualTo(NO);
        assertThat(ask("customer.vip", scope)).isEqualTo(YES);
        assertThat(ask("!received('spring', '7d')", scope)).isEqualTo(NO);
        assertThat(ask("customer.born < '1991-01-01'?date('yyyy-MM-dd')", scope))
                .isEqualTo(YES);
        assertThat(ask("['DE', 'AT']?seq_contains(customer.country)", scope)).isEqualTo(YES);
        assertThat(ask("customer.city?? && customer.city == 'Berlin'", scope)).isEqualTo(NO);
    }

    @Test
    void aYesOrNoColumnIsToStandAlone() {
        Fields scope = customer("vip", true, "born", LocalDate.of(1990, 1, 1));
        for (String condition : List.of("customer.vip == 'yes'", "'yes' == customer.vip")) {
            assertThat(failure(condition, scope))
                    .isEqualTo("customer.vip is yes or no, but it is compared with text; write customer.vip alone for"
                            + " yes, and !customer.vip for no");
        }
        assertThat(failure("customer.vip == 1", scope)).contains("compared with a number", "write customer.vip alone");
    }

    @Test
    void aDayInQuotesIsToldHowToBeOne() {
        Fields scope = customer("born", LocalDate.of(1990, 1, 1));
        assertThat(failure("customer.born == '1991-01-01'", scope))
                .contains("compared with a date", "write a day as '2026-03-02'?date('yyyy-MM-dd')");
        assertThatThrownBy(() -> ask("customer.born < '1991-01-01'", scope))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("Write a day as '2026-03-02'?date('yyyy-MM-dd'), and a number without quotes.");
    }

    @Test
    void andAndOrAreSigns() {
        for (String word : List.of("and", "or", "AND")) {
            assertThatThrownBy(() -> ask("customer.age > 3 " + word + " customer.vip", customer()))
                    .hasMessageContaining("Write && instead of and, || instead of or.");
        }
    }

    private String failure(String condition, Fields scope) {
        return catchThrowableOfType(RenderFailure.class, () -> ask(condition, scope))
                .getMessage();
    }

    @Test
    void aMissingValueIsAnAnswerOfItsOwn() throws RenderFailure {
        assertThat(ask("customer.country == 'DE'", customer())).isEqualTo(MISSING);
        assertThat(ask("customer.vip", customer())).isEqualTo(MISSING);
        assertThat(ask("customer.country.x == 'DE'", customer())).isEqualTo(MISSING);
    }

    @Test
    void whatIsNotYesOrNoIsAnError() {
        for (String source : List.of("customer.name", "'true'", "5", "customer")) {
            assertThatThrownBy(() -> ask(source, customer("name", "true")))
                    .as(source)
                    .isInstanceOfSatisfying(
                            RenderFailure.class, e -> assertThat(e.kind()).isEqualTo(RenderFailure.Kind.WRONG_TYPE));
        }
        assertThatThrownBy(() -> ask("  customer.age > 3", customer("age", "4 ")))
                .isInstanceOfSatisfying(RenderFailure.class, e -> {
                    assertThat(e.place()).isEqualTo(Place.at("spring.yaml", 4, 13));
                    assertThat(e.expression()).isEqualTo("customer.age > 3");
                })
                .hasMessage("customer.age is text (\"4 \"), but it is compared with a number;"
                        + " declare it as a number under data.customers.types, or write customer.age?number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a)?c}${(b",
                "a)?c}<#stop>${(b",
                "a) && (b",
                "a}",
                "${a}",
                "a)(b",
                "a, b",
                "(a",
                "a)",
                "customer.country ==",
                "customer.country = = 'DE'",
                "<#if true>",
                "x?new()",
                "x?eval",
                "'${x?eval}' == ''",
                "a <#-- ",
                "a)?c} ${(true",
                "a --> b",
                "(1..)?first == 1"
            })
    void whatIsNotOneAllowedExpressionIsRefused(String source) {
        assertThatThrownBy(() -> workshop.condition(source)).isInstanceOf(InputProblem.class);
    }

    @Test
    void aMistakeIsPlacedWithinTheYamlValue() {
        InputProblem problem =
                catchThrowableOfType(InputProblem.class, () -> workshop.condition("customer.name?uper_case == 'X'"));
        assertThat(problem.problems().get(0).place()).isEqualTo(Place.at("spring.yaml", 4, 25));
    }

    @Test
    void everyPathAndFunctionThatIsReadIsNamed() {
        Condition condition = workshop.condition("item.in_stock && item.market == customer.country"
                + " && (profile['days']!0) > 3 && !received('x', campaign.name) && slots.picks[0].price > 1");
        assertThat(condition.references())
                .containsExactly(
                        "item.in_stock",
                        "item.market",
                        "customer.country",
                        "profile.days",
                        "received()",
                        "campaign.name",
                        "slots.picks[].price");
        assertThat(condition.unguarded())
                .contains("item.in_stock", "received()")
                .doesNotContain("profile.days");
    }

    @Test
    void aPathIsGuardedWhereItIsAskedForFirst() {
        assertThat(workshop.condition("customer.a?? && customer.a > 5").unguarded())
                .isEmpty();
        assertThat(workshop.condition("(customer.a!0) > 5 || customer.b == 3").unguarded())
                .containsExactly("customer.b");
    }

    @Test
    void randomQuestionsAreAnsweredAsJavaAnswersThem() throws RenderFailure {
        long seed = 20260302;
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            int a = random.nextInt(5) - 2;
            int b = random.nextInt(5) - 2;
            boolean c = random.nextBoolean();
            Fields scope = fields("a", a, "b", b, "c", c);
            assertThat(ask("(a > b && c) || !(a + b == 0) && a * 2 <= b", scope))
                    .as("seed %d, a %d, b %d, c %s", seed, a, b, c)
                    .isEqualTo((a > b && c) || (a + b != 0 && a * 2 <= b) ? YES : NO);
        }
    }

    /** The conditions are those of the guide to plans. */
    @Test
    void everybodyHasOneBirthdayAYear() throws IOException, RenderFailure {
        String birthday = recipe("| birthday |").replace("where: \"", "").replace("\"", "");
        Condition condition = workshop.condition(birthday + ' ' + recipe("| born on 29 February"));
        for (LocalDate born : List.of(LocalDate.of(1992, 2, 29), LocalDate.of(1990, 2, 28), LocalDate.of(1990, 3, 1))) {
            for (int year = 2026; year <= 2032; year++) {
                int wishes = 0;
                for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
                    Fields scope = fields(
                            "customer", fields("birthday", born),
                            "now", day.atTime(12, 0).atZone(BERLIN).toInstant());
                    wishes += condition.ask(scope, BERLIN) == YES ? 1 : 0;
                }
                assertThat(wishes).as("born on %s, in %d", born, year).isEqualTo(1);
            }
        }
    }

    /** The first code of a table's row that is a condition. */
    private static String recipe(String row) throws IOException {
        String line = Files.readAllLines(Path.of("src/site/markdown/plan.md")).stream()
                .filter(l -> l.startsWith(row))
                .findFirst()
                .orElseThrow();
        return line.split("`", -1)[1].replace("\\|", "|");
    }

    private Condition.Answer ask(String source, Fields scope) throws RenderFailure {
        return workshop.condition(source).ask(scope, BERLIN);
    }
}
