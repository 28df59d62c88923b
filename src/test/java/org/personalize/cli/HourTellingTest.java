package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.personalize.measure.Interval;

/** Numbers are written as exactly as they are known, and no more. */
class HourTellingTest {

    @Test
    void aLargeRatioHasNoDecimals() {
        assertThat(HourTelling.times(0.123)).isEqualTo("1.12");
        assertThat(HourTelling.times(36.04)).isEqualTo("37");
    }

    @Test
    void anIntervalThatReachesFarSaysOnlyWhatIsAtLeastSo() {
        assertThat(HourTelling.interval(new Interval(3.88, 0.78, 12.4, 20)))
                .isEqualTo("at least about 1.8 times, by a 90 % interval");
        assertThat(HourTelling.interval(new Interval(0.12, -0.41, 1.11, 20)))
                .isEqualTo("90 % interval: 0.59 to 2.11 times");
    }

    @Test
    void actionsAreCountedWhole() {
        assertThat(HourTelling.known(15.3))
                .isEqualTo("15 own actions are known (recent ones count fully, older ones partly).");
        assertThat(HourTelling.known(1.1)).startsWith("1 own action is known");
        assertThat(HourTelling.known(0.2)).startsWith("Of their own actions less than a whole one counts");
        assertThat(HourTelling.known(0)).isEqualTo("No action of their own is known.");
    }
}
