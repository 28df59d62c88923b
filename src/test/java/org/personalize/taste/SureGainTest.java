package org.personalize.taste;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalize.measure.Interval;
import org.personalize.measure.Task;

class SureGainTest {

    private static Interval gain(double mean, double error) {
        return new Interval(mean, mean - 1.96 * error, mean + 1.96 * error, 500);
    }

    private static boolean isTaken(Task task, double earlier, double latest) {
        return SureGain.of(List.of(gain(earlier, 1), gain(latest, 1)), task) > Double.NEGATIVE_INFINITY;
    }

    @ParameterizedTest
    @CsvSource({"1.1,2.0,true", "1.1,1.9,false", "0.9,2.0,false", "-0.5,5,false", "3,0.9,false"})
    void newThingsMustBeSurelyAheadEverywhereAndClearlyInTheLatest(double earlier, double latest, boolean isTaken) {
        assertThat(isTaken(Task.NEW, earlier, latest)).isEqualTo(isTaken);
    }

    @ParameterizedTest
    @CsvSource({"-0.5,1.1,true", "-2,5,false", "3,0.9,false", "0.9,1.1,true"})
    void otherThingsMustBeSurelyAheadInTheLatestAndNowhereClearlyBehind(
            double earlier, double latest, boolean isTaken) {
        assertThat(isTaken(Task.REPEAT, earlier, latest)).isEqualTo(isTaken);
        assertThat(isTaken(Task.ALL, earlier, latest)).isEqualTo(isTaken);
    }

    @Test
    void whatIsTakenIsTheSumLessOneStandardError() {
        assertThat(SureGain.of(List.of(gain(2, 3), gain(9, 4)), Task.REPEAT)).isCloseTo(6, Offset.offset(1e-9));
    }
}
