package org.personalize.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 6, 0.000000",
        "-0.0000004, 6, 0.000000",
        "-0.5, 2, -0.50",
        "0.0416666666, 9, 0.041666667",
        "1234567.5, 1, 1234567.5",
        "12.5, 0, 13"
    })
    void numbersHaveTheirDecimals(double value, int decimals, String text) {
        assertThat(Decimals.of(value, decimals)).isEqualTo(text);
    }

    @Test
    void theyAreThoseOfExactArithmetic() {
        long seed = 9;
        var random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            double value = 20 * random.nextDouble() - 10;
            String exact =
                    new BigDecimal(value).setScale(6, RoundingMode.HALF_UP).toPlainString();
            assertThat(Decimals.of(value, 6)).as("seed " + seed + ", " + value).isEqualTo(exact);
        }
    }
}
