package org.personalize.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "12.90 EUR|12.90|EUR",
                "EUR 12.90|12.90|EUR",
                "€12,90|12.90|EUR",
                "1.299,00 €|1299|EUR",
                "$1,299.00|1299|-",
                "£5|5|GBP",
                "12.9|12.9|-",
                "12,90|12.90|-",
                "1,299|1299|-",
                "1.299|1.299|-",
                "1.299.000|1299000|-",
                "1 299,50|1299.50|-",
                "CHF 1'299.50|1299.50|CHF",
                "0|0|-",
                "-4.65|-4.65|-",
                "9.99 usd|9.99|USD",
            })
    void anAmountIsReadAsItsShopWroteIt(String text, double amount, String currency) {
        assertThat(Price.parse(text)).isEqualTo(new Price(amount, currency));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "on request",
                "1,2,3",
                "NaN",
                "Infinity",
                "1e400",
                "0x1p3",
                "12.90.3 EUR",
                "--5",
                "5 6 EURO",
                "=1+1"
            })
    void whatIsNoAmountIsNull(String text) {
        assertThat(Price.parse(text)).isNull();
    }

    @Test
    void aVeryLongNumberIsNoPrice() {
        assertThat(Price.parse("9".repeat(400))).isNull();
    }
}
