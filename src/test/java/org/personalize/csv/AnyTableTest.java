package org.personalize.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.problem.Place;

/** Files of every dialect whose truth is known: what is read is what was written, and every row is accounted for. */
class AnyTableTest {

    private static final int COLUMNS = 4;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whatIsWrittenIsReadAndEveryRowIsAccountedFor(long seed) throws IOException {
        for (int round = 0; round < 10; round++) {
            var file = new RandomFile(new Random(seed * 1_000 + round));
            Files.write(folder.resolve("a.csv"), file.bytes());
            var rejects = new Rejects();
            var read = new ArrayList<List<String>>();
            var table = Table.open(new TableSource(
                    "items", folder, "a.csv", Map.of(), HeaderAliases.NONE, List.of("c0"), Place.NOWHERE));
            var reading = table.read(rejects, row -> {
                var cells = new ArrayList<String>();
                for (int i = 0; i < COLUMNS; i++) {
                    cells.add(row.cell(i));
                }
                read.add(cells);
                return null;
            });
            String which = "seed " + seed + ", round " + round + ": " + file.dialect;
            for (int i = 0; i < Math.min(read.size(), file.good.size()); i++) {
                assertThat(read.get(i)).as(which).isEqualTo(file.good.get(i));
            }
            assertThat(read).as(which).hasSameSizeAs(file.good);
            assertThat(reading).isEqualTo(new Table.Reading(file.good.size() + file.bad, file.bad));
            assertThat(rejects.count()).isEqualTo(file.bad);
        }
    }

    /** A file that makes itself up, and remembers what can be read from it. */
    private static final class RandomFile {
        private final Random random;
        private final List<List<String>> good = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final String delimiter;
        private final String lineEnd;
        private final Charset charset;
        private final boolean isMarked;
        private final String dialect;
        private int bad;

        RandomFile(Random random) {
            this.random = random;
            delimiter = pick(",", ";", "\t", "|");
            lineEnd = pick("\n", "\r\n", "\r");
            charset = pick(
                    StandardCharsets.UTF_8,
                    StandardCharsets.UTF_16LE,
                    StandardCharsets.UTF_16BE,
                    Charset.forName("windows-1252"));
            isMarked = !charset.name().startsWith("windows") && random.nextBoolean();
            dialect = delimiter.replace("\t", "tab") + " " + lineEnd.length() + " " + charset + " " + isMarked;
            line("c0" + delimiter + "c1" + delimiter + "c2" + delimiter + "c3");
            int rows = random.nextInt(600);
            for (int i = 0; i < rows; i++) {
                row(i);
            }
        }

        private void row(int number) {
            switch (random.nextInt(40)) {
                case 0 -> line("");
                case 1 -> line(delimiter + delimiter + delimiter);
                case 2 -> bad(number + delimiter + "too few");
                case 3 -> bad(number + delimiter + "a" + delimiter + "b" + delimiter + "c" + delimiter + "too many");
                case 4 -> bad(number + delimiter + "\"a\"b" + delimiter + delimiter);
                case 5 -> bad(number + delimiter + "n\0l" + delimiter + delimiter);
                default -> good(number);
            }
        }

        private void good(int number) {
            var cells = new ArrayList<String>();
            var written = new ArrayList<String>();
            cells.add("r" + number);
            written.add(pick("r" + number, " r" + number, "\"r" + number + "\" "));
            for (int i = 1; i < COLUMNS; i++) {
                String cell = cell();
                boolean needsQuotes = cell.contains(delimiter)
                        || cell.contains("\n")
                        || cell.contains("\r")
                        || cell.strip().startsWith("\"");
                written.add(needsQuotes || random.nextInt(4) == 0 ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
                cells.add(cell.isBlank() ? null : cell.strip());
            }
            good.add(cells);
            line(String.join(delimiter, written));
        }

        private String cell() {
            var cell = new StringBuilder();
            int length = random.nextInt(6);
            for (int i = 0; i < length; i++) {
                cell.append(pick(
                        "a", "word", " ", "\u00fc", "\u20ac", "\"", "'", ",", ";", "\t", "|", "\n", "\r\n", "=",
                        "1.5"));
            }
            return cell.toString();
        }

        private void bad(String row) {
            bad++;
            line(row);
        }

        private void line(String row) {
            text.append(row).append(lineEnd);
        }

        @SafeVarargs
        private <T> T pick(T... choices) {
            return choices[random.nextInt(choices.length)];
        }

        byte[] bytes() {
            return ((isMarked ? "\uFEFF" : "") + text).getBytes(charset);
        }
    }
}
