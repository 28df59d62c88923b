package org.personalize.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.run.Gathering.Haste;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class GatheringTest {

    @ParameterizedTest
    @EnumSource(Haste.class)
    void whateverIsAloneIsTakenAfterAWhile(Haste haste) throws InterruptedException {
        var gathering = new Gathering<String>(3);
        gathering.add("alone", haste);
        assertThat(gathering.take()).containsExactly("alone");
    }

    @Test
    void whatIsThereIsTakenTogetherInItsOrder() throws InterruptedException {
        var gathering = new Gathering<String>(3);
        gathering.add("outcome", Haste.RIDES);
        gathering.add("mark", Haste.WANTS_COMPANY);
        gathering.add("end", Haste.AT_ONCE);
        assertThat(gathering.take()).containsExactly("outcome", "mark", "end");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothingOfManyIsLostAndEachKeepsItsOrder(long seed) throws InterruptedException {
        var gathering = new Gathering<int[]>(3);
        int hands = 4;
        int each = 3_000;
        List<Thread> threads = IntStream.range(0, hands)
                .mapToObj(hand -> new Thread(() -> {
                    var random = new SplittableRandom(seed + hand);
                    for (int i = 0; i < each; i++) {
                        gathering.add(new int[] {hand, i}, Haste.values()[random.nextInt(3)]);
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        List<int[]> taken = new ArrayList<>();
        while (taken.size() < hands * each) {
            taken.addAll(gathering.take());
        }
        for (int hand = 0; hand < hands; hand++) {
            int own = hand;
            assertThat(taken.stream().filter(one -> one[0] == own).map(one -> one[1]))
                    .containsExactlyElementsOf(IntStream.range(0, each).boxed().toList());
        }
    }
}
