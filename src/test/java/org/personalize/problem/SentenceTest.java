package org.personalize.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentenceTest {

    @Test
    void itEndsInOneFullStop() {
        assertThat(Sentence.of("421 too busy")).isEqualTo("421 too busy.");
        assertThat(Sentence.of("421 too busy. ")).isEqualTo("421 too busy.");
    }
}
