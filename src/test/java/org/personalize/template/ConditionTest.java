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

    private Condition.Answer ask(String source, Fields scope) throws RenderFailure {
        return workshop.condition(source).ask(scope, BERLIN);
    }
}
