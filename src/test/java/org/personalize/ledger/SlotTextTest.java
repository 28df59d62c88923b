package org.personalize.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.personalize.ledger.Promise.Shown;

class SlotTextTest {

    @Test
    void itemsComeBackWithTheirReasonsAndTheChancesOfDraws() {
        Map<String, List<Shown>> slots = new LinkedHashMap<>();
        slots.put("hero", List.of(new Shown("story-1", "popular")));
        slots.put("picks", List.of(new Shown("a~b,c;d=e%", "interest"), new Shown("map-2", "alike", 0.9925)));
        slots.put("empty", List.of());

        assertThat(SlotText.of(slots))
                .isEqualTo(
                        "hero=story-1~popular;picks=a%007eb%002cc%003bd%003de%0025~interest,map-2~alike~0.9925;empty=");
        assertThat(SlotText.read(SlotText.of(slots))).isEqualTo(slots);
    }
}
