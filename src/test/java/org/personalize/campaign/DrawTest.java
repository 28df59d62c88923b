package org.personalize.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DrawTest {

    private static final int PEOPLE = 20_000;

    @Test
    void aDrawIsTheFirst53BitsOfAnHmacThatAnybodyCanCompute() {
        // python3: int.from_bytes(hmac.digest(b"spring", b"no_mail\0" b"\0" b"1\0c-42", "sha256")[:8]) >> 11
        assertThat(new Draw("spring").of("no_mail", "", 1, "c-42")).isEqualTo(4313707704114532L * 0x1.0p-53);
        assertThat(new Draw("Frühling").of("variant", "spring-sale/2026-W10", 2, "Zoë"))
                .isEqualTo(1523409976495706L * 0x1.0p-53);
    }

    @Test
    void drawsAreUniform() {
        Draw draw = new Draw("spring");
        int[] tenths = new int[10];
        double sum = 0;
        for (int i = 0; i < PEOPLE; i++) {
            double drawn = draw.of("hour", "spring", 1, "c-" + i);
            tenths[(int) (drawn * 10)]++;
            sum += drawn;
        }
        double chiSquare = 0;
        for (int tenth : tenths) {
            chiSquare += Math.pow(tenth - PEOPLE / 10.0, 2) / (PEOPLE / 10.0);
        }
        assertThat(chiSquare)
                .as("0.1 % of fair draws are above, with nine degrees of freedom")
                .isLessThan(27.88);
        assertThat(sum / PEOPLE).isEqualTo(0.5, within(0.01));
    }

    @Test
    void twoPurposesScopesVersionsOrSeedsShareNoDraw() {
        assertThat(correlation("no_mail", "", 1, "spring", "variant", "", 1, "spring"))
                .isEqualTo(0, within(0.03));
        assertThat(correlation("hour", "a", 1, "spring", "hour", "b", 1, "spring"))
                .isEqualTo(0, within(0.03));
        assertThat(correlation("hour", "a", 1, "spring", "hour", "a", 2, "spring"))
                .isEqualTo(0, within(0.03));
        assertThat(correlation("hour", "a", 1, "spring", "hour", "a", 1, "autumn"))
                .isEqualTo(0, within(0.03));
    }

    private static double correlation(
            String purpose,
            String scope,
            int version,
            String seed,
            String purpose2,
            String scope2,
            int version2,
            String seed2) {
        Draw one = new Draw(seed);
        Draw other = new Draw(seed2);
        double product = 0;
        for (int i = 0; i < PEOPLE; i++) {
            product += (one.of(purpose, scope, version, "c-" + i) - 0.5)
                    * (other.of(purpose2, scope2, version2, "c-" + i) - 0.5);
        }
        return product / PEOPLE * 12;
    }

    @Test
    void theSamePersonDrawsTheSameWhoeverElseIsThere() {
        Draw draw = new Draw("spring");
        double alone = draw.of("no_mail", "", 1, "ann");
        draw.of("no_mail", "", 1, "bob");
        assertThat(draw.of("no_mail", "", 1, "ann")).isEqualTo(alone);
    }
}
