package org.personalize.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ForwardSplitTest {

    private static final long DAY = 86_400;

    @Test
    void theLastShareOfTheTimeIsHeldOut() {
        long[] seconds = LongStream.range(0, 101).map(i -> i * DAY).toArray();
        assertThat(ForwardSplit.holdingOut(seconds, 0.2)).contains(new ForwardSplit(80 * DAY, 100 * DAY + 1));
    }

    @Test
    void twoWindowsFollowEachOther() {
        long[] seconds = LongStream.range(0, 101).map(i -> i * DAY).toArray();
        assertThat(ForwardSplit.twoWindows(seconds, 0.2))
                .containsExactly(new ForwardSplit(80 * DAY, 90 * DAY), new ForwardSplit(90 * DAY, 100 * DAY + 1));
    }

    @Test
    void straysOfDecadesAgoDoNotHoldOutEverything() {
        long[] seconds = LongStream.concat(
                        LongStream.of(0, 1), LongStream.range(0, 998).map(i -> 56 * 365 * DAY + i * 60))
                .toArray();
        ForwardSplit split = ForwardSplit.holdingOut(seconds, 0.2).orElseThrow();
        assertThat(split.firstHeldOut(seconds.length, i -> seconds[i])).isEqualTo(800);
    }

    @Test
    void aBurstAtTheEndIsNotHeldOutAsAWhole() {
        long[] seconds = LongStream.concat(
                        LongStream.range(0, 10).map(i -> i * DAY),
                        LongStream.range(0, 990).map(i -> 10 * DAY + i))
                .toArray();
        ForwardSplit split = ForwardSplit.holdingOut(seconds, 0.2).orElseThrow();
        assertThat(split.firstHeldOut(seconds.length, i -> seconds[i])).isEqualTo(800);
    }

    @Test
    void oneInstantCannotBeSplit() {
        assertThat(ForwardSplit.holdingOut(new long[] {7, 7, 7}, 0.2)).isEmpty();
        assertThat(ForwardSplit.holdingOut(new long[0], 0.2)).isEmpty();
        assertThat(ForwardSplit.twoWindows(new long[] {7}, 0.2)).isEmpty();
    }

    @Test
    void twoInstantsAreOneWindow() {
        assertThat(ForwardSplit.twoWindows(new long[] {7, 7, 9}, 0.2)).isEqualTo(List.of(new ForwardSplit(9, 10)));
    }

    @Test
    void oneDayIsSplitByItsHours() {
        long[] seconds = LongStream.range(0, 24).map(i -> 100 * DAY + i * 3_600).toArray();
        ForwardSplit split = ForwardSplit.holdingOut(seconds, 0.25).orElseThrow();
        assertThat(split.firstHeldOut(seconds.length, i -> seconds[i])).isBetween(17, 19);
    }

    @Test
    void aShareIsBetweenNothingAndEverything() {
        assertThatThrownBy(() -> ForwardSplit.holdingOut(new long[] {1, 2}, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ForwardSplit(5, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everySplitLeavesSomethingOnBothSides() {
        for (long seed = 1; seed <= 2_000; seed++) {
            var random = new Random(seed);
            long span = 1L << random.nextInt(31);
            long[] seconds =
                    random.longs(1 + random.nextInt(30), 0, span).sorted().toArray();
            double share = 0.01 + 0.98 * random.nextDouble();
            var split = ForwardSplit.holdingOut(seconds, share);
            boolean isOneInstant = seconds[0] == seconds[seconds.length - 1];
            assertThat(split.isEmpty()).as("seed " + seed).isEqualTo(isOneInstant);
            split.ifPresent(s -> {
                int first = s.firstHeldOut(seconds.length, i -> seconds[i]);
                assertThat(first).isBetween(1, seconds.length - 1);
                assertThat(Arrays.stream(seconds, first, seconds.length).allMatch(s::isHeldOut))
                        .isTrue();
                assertThat(Arrays.stream(seconds, 0, first).noneMatch(s::isHeldOut))
                        .isTrue();
            });
            List<ForwardSplit> windows = ForwardSplit.twoWindows(seconds, share);
            if (windows.size() == 2) {
                assertThat(windows.get(0).end())
                        .as("seed " + seed)
                        .isEqualTo(windows.get(1).cut());
                for (ForwardSplit window : windows) {
                    assertThat(Arrays.stream(seconds).anyMatch(window::isHeldOut))
                            .as("seed " + seed)
                            .isTrue();
                }
            }
        }
    }
}
