package org.personalize.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrewTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void resultsComeInTheOrderOfThePeopleWhateverTheNumberOfWorkers(int workers) {
        int[] people = IntStream.range(0, 5_000).map(i -> 5_000 - i).toArray();
        List<Integer> seen = new ArrayList<>();
        try (var crew = new Crew(workers, StopSignal.NEVER)) {
            crew.inOrder(people, person -> person % 3 == 0 ? null : Integer.valueOf(person), seen::add);
        }
        assertThat(seen)
                .containsExactlyElementsOf(
                        IntStream.of(people).filter(p -> p % 3 != 0).boxed().toList());
    }

    @Test
    void anErrorOfOneWorkerEndsTheWork() {
        try (var crew = new Crew(2, StopSignal.NEVER)) {
            assertThatThrownBy(() -> crew.<Integer>inOrder(
                            new int[] {1, 2, 3},
                            p -> {
                                throw new IllegalStateException("broken at " + p);
                            },
                            p -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("broken at 1");
        }
    }

    @Test
    void aSignalStopsBetweenTwoChunks() {
        var taken = new AtomicInteger();
        try (var crew = new Crew(1, () -> taken.get() > 0)) {
            assertThatThrownBy(() ->
                            crew.inOrder(IntStream.range(0, 100_000).toArray(), p -> p, p -> taken.incrementAndGet()))
                    .isInstanceOf(StopSignal.Stopped.class);
        }
        assertThat(taken.get()).isLessThan(10_000);
    }

    @Test
    void aSignalStopsWithinAChunkToo() {
        var begun = new AtomicInteger();
        try (var crew = new Crew(1, () -> begun.get() >= 3)) {
            assertThatThrownBy(() -> crew.inOrder(new int[100], p -> begun.incrementAndGet(), p -> {}))
                    .isInstanceOf(StopSignal.Stopped.class);
        }
        assertThat(begun.get()).isEqualTo(3);
    }
}
