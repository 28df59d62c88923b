package org.personalize.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.problem.Place;

class RejectLimitTest {

    @Test
    void aShareIsOfTheRowsReadAndANumberIsANumber() {
        assertThat(RejectLimit.DEFAULT.isPassedBy(1, 100)).isFalse();
        assertThat(RejectLimit.DEFAULT.isPassedBy(2, 100)).isTrue();
        assertThat(RejectLimit.parse("0.5%", Place.NOWHERE)).isEqualTo(new RejectLimit(0.005, 0));
        assertThat(RejectLimit.parse("3", Place.NOWHERE).isPassedBy(3, 4)).isFalse();
        assertThat(RejectLimit.parse("3", Place.NOWHERE).isPassedBy(4, 4)).isTrue();
        assertThat(RejectLimit.parse("0", Place.NOWHERE).isPassedBy(1, 1_000_000))
                .isTrue();
        assertThat(RejectLimit.parse("0%", Place.NOWHERE).isPassedBy(1, 1_000_000))
                .isTrue();
        assertThat(RejectLimit.DEFAULT).hasToString("1 %");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "101%", "some", "1.5", "%"})
    void whatIsNoLimitIsAProblem(String text) {
        assertThatThrownBy(() -> RejectLimit.parse(text, Place.NOWHERE))
                .hasMessageContaining("expected a share such as 1% or a number of rows");
    }
}
