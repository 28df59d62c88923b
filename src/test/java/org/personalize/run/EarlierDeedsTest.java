package org.personalize.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.personalize.history.Log;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCatalog;

class EarlierDeedsTest {

    private final SmallCatalog catalog = SmallCatalog.of("hiker:boot", "sandal:boot", "dome:tent", "rope");

    @Test
    void whatSaysMostOfACategoryIsTold() {
        EarlierDeeds deeds = deeds(
                "ann;purchase;2026-02-01T09:00Z;hiker;;;;",
                "ann;view;2026-02-03T09:00Z;sandal;;;;",
                "ann;click;2026-02-03T09:00Z;dome;;;;");

        assertThat(deeds.inCategory(0, "boot")).isEqualTo("this person bought something from “boot” before");
        assertThat(deeds.inCategory(0, "tent")).isEqualTo("this person clicked something from “tent” before");
    }

    @Test
    void whatWasDoneWithTheItemItselfIsTold() {
        EarlierDeeds deeds = deeds("ann;view;2026-02-01T09:00Z;hiker;;;;", "ann;cart;2026-02-03T09:00Z;dome;;;;");

        assertThat(deeds.with(0, 0)).isEqualTo("this person looked at it before");
        assertThat(deeds.with(0, 2)).isEqualTo("this person put it into the cart before");
    }

    @Test
    void nothingIsMadeUpWhereNothingIsKnown() {
        EarlierDeeds deeds = deeds("ann;open;2026-02-01T09:00Z;;;;;");

        assertThat(deeds.with(0, 0)).isEqualTo("this person went for it before");
        assertThat(deeds.inCategory(0, "boot")).isEqualTo("this person went for something from “boot” before");
        assertThat(deeds.inCategory(0, null)).isEqualTo("it is of a kind that this person went for before");
    }

    private EarlierDeeds deeds(String... lines) {
        return new EarlierDeeds(new Log(SmallAudience.of("ann"), catalog).of(lines), catalog);
    }
}
