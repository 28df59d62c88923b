package org.personalize.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.personalize.measure.Stratum;

class BalanceTest {

    @Test
    void aLossMovesWhatIsNewInAListButNotItsChance() {
        var losses = new double[Stratum.values().length];
        losses[Stratum.MANY.place()] = 1.5;
        var weights = new double[Clue.NUMBER];
        Arrays.fill(weights, 0.1);
        Blend blend = new Blend().set(false, Stratum.MANY, weights, -2).set(true, Stratum.MANY, weights, -1);
        Blend balanced = Blend.of(blend.balanced(losses).columns());
        var rows = new Rows();
        rows.add(new double[Clue.NUMBER], false, 1);
        assertThat(balanced.loss(false, Stratum.MANY)).isEqualTo(1.5);
        assertThat(balanced.loss(true, Stratum.MANY)).isZero();
        assertThat(balanced.score(false, Stratum.MANY, rows, 0))
                .isCloseTo(blend.score(false, Stratum.MANY, rows, 0), within(0.0));
        assertThat(balanced.start(true, Stratum.MANY)).isEqualTo(-1);
    }
}
