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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows are cut as an established parser cuts them, wherever their quotes are in order. */
class RowSplitterTest {

    private static final int TEXTS = 20_000;
    private static final int LONGEST = 24;

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t'})
    void cellsAreCutAsAnEstablishedParserCutsThem(char delimiter) throws IOException {
        long seed = 20_261_121;
        var random = new Random(seed);
        int good = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random, delimiter);
            var splitter = new RowSplitter(new StringReader(text), delimiter, 1);
            if (splitter.step() != RowSplitter.Step.ROW) {
                continue;
            }
            good++;
            assertThat(cells(splitter))
                    .as("seed %d, text %d: %s", seed, i, text)
                    .isEqualTo(parsed(splitter.text(), delimiter));
        }
        assertThat(good).isGreaterThan(TEXTS / 4);
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
