package org.personalize.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> KEYS = List.of("subject", "preheader", "template", "schedule");

    @Test
    void aSlipOfTheFingerIsRecognised() {
        assertThat(Nearest.to("subjcet", KEYS)).contains("subject");
        assertThat(Nearest.to("Shedule", KEYS)).contains("schedule");
    }

    @Test
    void aWordThatIsNothingLikeAnyKeyNamesNone() {
        assertThat(Nearest.to("colour", KEYS)).isEmpty();
    }
}
