package org.personalize.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SampleTest {

    private static Sample of(int people) {
        var sample = new Sample();
        IntStream.range(0, people).forEach(person -> sample.take(person % 3 == 0 ? "plain/en" : "picked/de", person));
        return sample;
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whoWantsAllGetsAllAtOnce() {
        var edgeCases = new TreeMap<Integer, List<String>>();
        IntStream.range(0, 40_000).forEach(person -> edgeCases.put(person, List.of("longest name")));
        assertThat(of(100_000).choose(edgeCases, Integer.MAX_VALUE)).hasSize(100_000);
    }

    @Test
    void asManyAreChosenAsAreWanted() {
        for (int wanted : new int[] {0, 1, 2, 7, 99, 100, 101}) {
            assertThat(of(100).choose(new TreeMap<>(), wanted)).hasSize(Math.min(wanted, 100));
        }
    }
}
