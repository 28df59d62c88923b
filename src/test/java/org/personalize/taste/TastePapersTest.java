package org.personalize.taste;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TastePapersTest {

    @Test
    void twoScoresThatReadTheSameAreNotSetAgainstEachOther() {
        assertThat(TastePapers.beside(0.2402, 0.2398)).isEqualTo("0.240 in the last, too");
        assertThat(TastePapers.beside(0.236, 0.240)).isEqualTo("0.236 instead of 0.240 in the last");
    }
}
