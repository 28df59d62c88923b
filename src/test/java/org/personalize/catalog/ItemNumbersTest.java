package org.personalize.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ItemNumbersTest {

    private final ItemNumbers numbers = new ItemNumbers();

    @Test
    void everyNameLeadsToItsItem() {
        for (int item = 0; item < 10_000; item++) {
            numbers.add("sku-" + item, item);
            numbers.add("größe " + item, item);
        }
        for (int item = 0; item < 10_000; item++) {
            assertThat(numbers.of("sku-" + item)).isEqualTo(item);
            assertThat(numbers.of("größe " + item)).isEqualTo(item);
        }
    }

    @Test
    void aNameKeepsTheItemThatHadItFirst() {
        numbers.add("tent", 3);
        numbers.add("tent", 4);
        assertThat(numbers.of("tent")).isEqualTo(3);
    }

    /** "Aa" and "BB" have the same hash. */
    @Test
    void namesOfTheSameHashAreToldApart() {
        numbers.add("Aa", 1);
        assertThat(numbers.of("BB")).isEqualTo(-1);
        numbers.add("BB", 2);
        assertThat(numbers.of("Aa")).isEqualTo(1);
        assertThat(numbers.of("BB")).isEqualTo(2);
    }

    @Test
    void whatNoItemIsCalledLeadsNowhere() {
        assertThat(numbers.of("tent")).isEqualTo(-1);
        assertThat(numbers.of("")).isEqualTo(-1);
    }
}
