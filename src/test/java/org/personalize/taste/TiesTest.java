package org.personalize.taste;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TiesTest {

    private static final int ITEMS = 5_000;

    /** The first item speaks for all others, each more strongly than the one before. */
    private static Kin kin() {
        var starts = new int[ITEMS + 1];
        Arrays.fill(starts, 1, ITEMS + 1, ITEMS - 1);
        var strengths = new float[ITEMS - 1];
        IntStream.range(0, strengths.length).forEach(link -> strengths[link] = link + 1);
        return new Kin(starts, IntStream.range(1, ITEMS).toArray(), strengths);
    }

    @Test
    void anyNumberOfItemsIsTiedAndForgottenAgain() {
        var touched = new Touched(ITEMS);
        var ties = new Ties(kin());
        touched.note(0);
        ties.add(0, 2, 0.5, touched);
        assertThat(touched.size()).isEqualTo(ITEMS);
        for (int item = 1; item < ITEMS; item++) {
            assertThat(ties.all(touched.place(item))).isEqualTo(2.0 * item);
            assertThat(ties.lately(touched.place(item))).isEqualTo(0.5 * item);
        }
        ties.clear(touched.size());
        assertThat(IntStream.range(0, ITEMS)).allMatch(place -> ties.all(place) == 0 && ties.lately(place) == 0);
    }
}
