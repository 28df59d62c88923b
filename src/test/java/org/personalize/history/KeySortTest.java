package org.personalize.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySortTest {

    private static final int KEYS = 50_000;
    private static final long SEED = 7;

    /** @param bits how much of a key's range the keys are spread over */
    @ParameterizedTest
    @ValueSource(ints = {16, 17, 30, 47, 63, 64})
    void keysComeIntoTheirOrderHoweverFarTheyAreApart(int bits) {
        var random = new Random(SEED + bits);
        long[] keys = LongStream.generate(() -> random.nextLong() >> (Long.SIZE - bits))
                .distinct()
                .limit(KEYS)
                .toArray();
        long[] expected = keys.clone();
        Arrays.sort(expected);

        KeySort.sort(keys);

        assertThat(keys).as("seed %d", SEED).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aFewKeysAreSortedToo(int count) {
        long[] keys =
                LongStream.range(0, count).map(i -> -i * Integer.MAX_VALUE).toArray();
        long[] expected = keys.clone();
        Arrays.sort(expected);

        KeySort.sort(keys);

        assertThat(keys).isEqualTo(expected);
    }

    /** Nearly all in one stretch, and one far from them. */
    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, Long.MAX_VALUE})
    void oneKeyFarFromAllOthersDoesNoHarm(long far) {
        long[] keys = LongStream.concat(
                        LongStream.of(far), LongStream.range(0, KEYS).map(i -> -i))
                .toArray();
        long[] expected = keys.clone();
        Arrays.sort(expected);

        KeySort.sort(keys);

        assertThat(keys).isEqualTo(expected);
    }
}
