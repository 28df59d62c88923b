package org.personalize.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewNameTest {

    private final PreviewName names = new PreviewName();

    @ParameterizedTest
    @ValueSource(strings = {"c-1", "0017", "Ann_Smith", "a"})
    void aHarmlessIdIsItsOwnName(String id) {
        assertThat(names.of(id)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", ".", "..", "../../etc/passwd", "/etc/passwd", "C:\\x", "a/b", "a b", "a.b", "-rf", "~",
                        "ann@shop.example",
                "a\0b", "a\nb", "é", "🏔", "con", "NUL", "Com1", "lpt9", "index", "INDEX", "%2e%2e", "\uD83C"
            })
    void anyOtherIdBecomesAHarmlessNameWithAHash(String id) {
        assertThat(names.of(id)).matches(PreviewName.FORM).matches(".+-[0-9a-f]{8}");
    }

    @Test
    void aLongIdIsCut() {
        assertThat(names.of("x".repeat(10_000))).hasSize(69).matches("x{60}-[0-9a-f]{8}");
    }

    @Test
    void idsThatDifferByCaseGetNamesThatDifferByMore() {
        assertThat(names.of("Ann")).isEqualTo("Ann");
        assertThat(names.of("ann")).matches("ann-[0-9a-f]{8}");
        assertThat(names.of("ANN")).matches("ANN-[0-9a-f]{8}");
    }

    @Test
    void anIdThatLooksLikeAGivenNameGetsAnother() {
        String given = names.of("a b");
        assertThat(names.of(given)).startsWith(given).isNotEqualTo(given);
    }

    @Test
    void oneCustomerHasOnePreview() {
        for (int i = 0; i < 5; i++) {
            names.of("c-1");
        }
        assertThatThrownBy(() -> names.of("c-1")).isInstanceOf(IllegalStateException.class);
    }
}
