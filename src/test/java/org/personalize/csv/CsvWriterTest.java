package org.personalize.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {

    @Test
    void cellsAreQuotedWhereTheyMustBe() throws IOException {
        var out = new StringBuilder();
        CsvWriter.verbatim(out).row("a", null, "b,c", "say \"hi\"", "two\nlines", " padded", "=1");
        assertThat(out).hasToString("a,,\"b,c\",\"say \"\"hi\"\"\",\"two\nlines\",\" padded\",=1\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+cmd",
                "-2+3",
                "@SUM(A1)",
                " =1",
                "\u200b=1",
                "\t=1",
                "\ttext",
                "\uFF1D1",
                "\n=1",
                "+1;2"
            })
    void aFormulaIsMadeHarmlessForPeople(String cell) {
        assertThat(CsvWriter.harmless(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=b", "-12.50", "+49301234", "-1,5", "ann@x.example", "'", " "})
    void whatIsNoFormulaStaysAsItIs(String cell) {
        assertThat(CsvWriter.harmless(cell)).isEqualTo(cell);
    }
}
