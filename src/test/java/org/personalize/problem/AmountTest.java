package org.personalize.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AmountTest {

    @Test
    void theWordsAgreeWithTheNumber() {
        assertThat(Amount.of(0, "event lies", "events lie")).isEqualTo("0 events lie");
        assertThat(Amount.of(1, "event lies", "events lie")).isEqualTo("1 event lies");
        assertThat(Amount.of(109_573, "event lies", "events lie")).isEqualTo("109,573 events lie");
    }
}
