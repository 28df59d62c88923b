package org.personalize.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.render.Finding;
import org.personalize.render.Finding.Severity;
import org.personalize.render.Rendered;

class RunawayGuardTest {

    private static Rendered held(int person, String rule) {
        var finding = new Finding(Severity.ERROR, rule, Place.file("mail.ftlh"), "it takes too long", 1);
        return new Rendered.Held(person, List.of(finding));
    }

    @Test
    void aTemplateWithoutAnEndIsTriedForAFewPeopleOnly() {
        var tried = new AtomicInteger();
        var guard = new RunawayGuard(person -> {
            tried.incrementAndGet();
            return held(person, RunawayGuard.RULE);
        });
        assertThatThrownBy(() -> IntStream.range(0, 100_000).forEach(guard::apply))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("mail.ftlh")
                .hasMessageContaining("takes too long");
        assertThat(tried.get()).isEqualTo(RunawayGuard.MOST_FAILURES);
    }

    @Test
    void fewPeopleAmongManyAreHeldAndTheRestGo() {
        var guard = new RunawayGuard(person -> held(person, person % 20 == 0 ? RunawayGuard.RULE : "missing-value"));
        IntStream.range(0, 1_000).forEach(guard::apply);
        assertThat(guard.apply(1)).isEqualTo(held(1, "missing-value"));
    }

    @Test
    void anotherErrorOfEverybodyIsNoRunaway() {
        var guard = new RunawayGuard(person -> held(person, "missing-value"));
        IntStream.range(0, 1_000).forEach(guard::apply);
        assertThat(guard.apply(1)).isEqualTo(held(1, "missing-value"));
    }
}
