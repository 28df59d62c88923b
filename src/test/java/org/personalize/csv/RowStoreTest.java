package org.personalize.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowStoreTest {

    @Test
    void whatIsAddedIsFoundAgain() {
        long seed = 4711;
        var random = new Random(seed);
        var rows = new String[20_000][];
        var store = new RowStore(5);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = random.ints(5, 0, 40)
                    .mapToObj(length -> word(random, length))
                    .toArray(String[]::new);
            assertThat(store.add(rows[i])).isEqualTo(i);
        }
        for (int i = 0; i < rows.length; i++) {
            for (int column = 0; column < 5; column++) {
                assertThat(store.cell(i, column))
                        .as("seed %d, row %d, column %d", seed, i, column)
                        .isEqualTo(rows[i][column]);
            }
        }
    }

    @Test
    void aCellIsKnownWithoutBeingTakenOut() {
        var words = new String[] {"plain", "plaim", "\u00fc", "\u00c3\u00bc", "\u4f8b", "ab", "abc", null};
        var store = new RowStore(words.length);
        store.add(words);
        for (int column = 0; column < words.length; column++) {
            for (String word : new String[] {"plain", "plaim", "\u00fc", "\u00c3\u00bc", "\u4f8b", "ab", "abc", ""}) {
                assertThat(store.isCell(0, column, word))
                        .as("%s is %s", words[column], word)
                        .isEqualTo(word.equals(words[column]));
            }
        }
    }

    @Test
    void blankCellsAreCountedWhateverStandsBesideThem() {
        var store = new RowStore(4);
        store.add(new String[] {"a", null, "\u4f8b".repeat(100), ""});
        store.add(new String[] {"x".repeat(128), "x".repeat(20_000), "b", "c"});
        store.add(new String[4]);
        assertThat(store.blanks(0)).isEqualTo(2);
        assertThat(store.blanks(1)).isZero();
        assertThat(store.blanks(2)).isEqualTo(4);
    }

    @Test
    void largeCellsAndSmallOnesLiveSideBySide() {
        var store = new RowStore(2);
        String large = "\u4f8b".repeat(RowSplitter.MAX_CELL_CHARACTERS);
        store.add(new String[] {"a", null});
        store.add(new String[] {large, large});
        store.add(new String[] {null, "b"});
        assertThat(store.cell(0, 0)).isEqualTo("a");
        assertThat(store.cell(1, 1)).isEqualTo(large);
        assertThat(store.cell(2, 0)).isNull();
        assertThat(store.cell(2, 1)).isEqualTo("b");
    }

    @Test
    void everyRowThatATableLetsThroughFits() {
        var store = new RowStore(8);
        var cells = new String[8];
        Arrays.fill(cells, "\u4f8b".repeat(RowSplitter.MAX_ROW_CHARACTERS / 8));
        store.add(cells);
        assertThat(store.cell(0, 7)).isEqualTo(cells[7]);
    }

    @Test
    void aMillionOrdinaryRowsTakeLittleMoreThanTheirBytes() {
        var store = new RowStore(12);
        var cells = new String[12];
        Arrays.fill(cells, "ten chars.");
        for (int i = 0; i < 50_000; i++) {
            store.add(cells);
        }
        assertThat(store.bytes() / 50_000.0).isLessThan(150);
    }

    @Test
    void aRowOfTheWrongWidthIsABug() {
        assertThatThrownBy(() -> new RowStore(2).add(new String[1])).isInstanceOf(IllegalStateException.class);
    }

    private static String word(Random random, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int kind = random.nextInt(20);
            text.appendCodePoint(
                    kind == 0
                            ? 0x1F600 + random.nextInt(60)
                            : kind == 1 ? 0x4E00 + random.nextInt(99) : 'a' + random.nextInt(26));
        }
        return text.isEmpty() ? null : text.toString();
    }
}
