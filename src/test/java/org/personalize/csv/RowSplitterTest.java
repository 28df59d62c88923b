package org.personalize.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rows are cut as the CSV parser cuts them when it is given each alone, whether they hold no quote and are cut here, or
 * share one parser with the other rows of their text.
 */
class RowSplitterTest {

    private static final int TEXTS = 20_000;
    private static final int LONGEST = 24;

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t'})
    void cellsAreCutAsTheParserCutsThem(char delimiter) throws IOException {
        long seed = 20_261_121;
        var random = new Random(seed);
        int plain = 0;
        int quoted = 0;
        for (int i = 0; i < TEXTS; i++) {
            String drawn = text(random, delimiter);
            String text = i % 4 == 0 ? drawn.replace("\"", "") : drawn;
            var rows = new RowSplitter(new StringReader(text), delimiter, 1);
            for (var step = rows.step(); step != RowSplitter.Step.END; step = rows.step()) {
                if (step == RowSplitter.Step.ROW) {
                    assertThat(cells(rows))
                            .as("seed %d, text %d: %s", seed, i, text)
                            .isEqualTo(parsed(rows.text(), delimiter));
                    plain += rows.text().indexOf('"') < 0 ? 1 : 0;
                    quoted += rows.text().indexOf('"') < 0 ? 0 : 1;
                }
            }
        }
        assertThat(plain).isGreaterThan(TEXTS / 4);
        assertThat(quoted).isGreaterThan(TEXTS / 4);
    }

    @Test
    void aRowThatNobodyLooksIntoDoesNotReachTheParserWithTheNext() throws IOException {
        var rows = new RowSplitter(new StringReader("\"a\",b\n\"c, d\",e\nf,g\n"), ',', 1);
        assertThat(rows.step()).isEqualTo(RowSplitter.Step.ROW);
        assertThat(rows.cells()).isEqualTo(2);
        assertThat(rows.step()).isEqualTo(RowSplitter.Step.ROW);
        assertThat(cells(rows)).containsExactly("c, d", "e");
        assertThat(rows.step()).isEqualTo(RowSplitter.Step.ROW);
        assertThat(cells(rows)).containsExactly("f", "g");
    }

    private static String text(Random random, char delimiter) {
        String[] pieces = {
            "a", "b c", "\u00fc", "\"", "\"\"", " ", "\u00a0", "\u200b", "'", "\r\n", "\n", "" + delimiter
        };
        var text = new StringBuilder();
        int length = 1 + random.nextInt(LONGEST);
        for (int i = 0; i < length; i++) {
            boolean opensCell = random.nextInt(4) == 0;
            text.append(opensCell ? delimiter + "\"" : pieces[random.nextInt(pieces.length)]);
            text.append(opensCell && random.nextBoolean() ? "x, y\"" : "");
        }
        return text.toString();
    }

    private static List<@Nullable String> cells(RowSplitter row) {
        var cells = new ArrayList<@Nullable String>();
        for (int i = 0; i < row.cells(); i++) {
            cells.add(row.cell(i));
        }
        return cells;
    }

    private static List<@Nullable String> parsed(String row, char delimiter) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(false)
                .get();
        try (var parser = CSVParser.parse(row + "\n", format)) {
            List<CSVRecord> records = parser.getRecords();
            assertThat(records).hasSize(1);
            var cells = new ArrayList<@Nullable String>();
            records.get(0).forEach(cell -> cells.add(CellText.strip(cell)));
            return cells;
        }
    }
}
