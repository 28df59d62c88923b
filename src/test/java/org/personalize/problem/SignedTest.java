package org.personalize.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignedTest {

    @Test
    void whatIsBelowNothingHasAMinusAndNoHyphen() {
        assertThat(Signed.plain(-2.8431, 3)).isEqualTo("−2.843");
        assertThat(Signed.of(-1234.5, 1)).isEqualTo("−1,234.5");
    }

    @Test
    void onlyADifferenceHasAPlus() {
        assertThat(Signed.plain(0.24, 3)).isEqualTo("0.240");
        assertThat(Signed.of(0.24, 3)).isEqualTo("+0.240");
    }

    @Test
    void whatIsRoundedToNothingHasNoSign() {
        assertThat(Signed.of(-0.04, 1)).isEqualTo("0.0");
        assertThat(Signed.of(0.04, 1)).isEqualTo("0.0");
        assertThat(Signed.plain(-0.0004, 3)).isEqualTo("0.000");
        assertThat(Signed.of(-0.0, 0)).isEqualTo("0");
    }
}
