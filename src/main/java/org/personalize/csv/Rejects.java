package org.personalize.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ObjLongConsumer;
import java.util.regex.Pattern;

/**
 * Rows put aside, each with its place and reason, so that nothing is dropped in silence. The first {@link #MAX_KEPT} are
 * kept with their text, the rest are counted. Safe to use from several threads.
 */
public final class Rejects {

    /** More rejects than anybody reads, few enough for any memory. */
    public static final int MAX_KEPT = 100_000;

    private static final int MAX_TEXT = 10_000;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F\uFFFE\uFFFF]");
    private static final List<String> COLUMNS = List.of("file", "line", "reason", "row");

    private final RowStore kept = new RowStore(COLUMNS.size());
    private long count;

    /** Puts a row aside; {@code row} is its text as far as it is known. */
    public synchronized void put(String file, long line, String reason, String row) {
        count++;
        if (kept.size() < MAX_KEPT) {
            String text = UNPRINTABLE
                    .matcher(row.length() > MAX_TEXT ? row.substring(0, MAX_TEXT) : row)
                    .replaceAll("\uFFFD");
            kept.add(new String[] {file, Long.toString(line), reason, text});
        }
    }

    /** How many rows were put aside. */
    public synchronized long count() {
        return count;
    }

    /** Whether more rows were put aside than the limit allows of those read. */
    public boolean beyond(RejectLimit limit, long read) {
        return limit.isPassedBy(count(), read);
    }

    /** Some rejects as sentences, from the first one of interest on, for people who will not open the file. */
    public synchronized List<String> examples(long from, int number) {
        int first = (int) Math.min(from, kept.size());
        return java.util.stream.IntStream.range(first, Math.min(first + number, kept.size()))
                .mapToObj(row -> kept.cell(row, 0) + ":" + kept.cell(row, 1) + ": " + kept.cell(row, 2))
                .toList();
    }

    /** Tells the reason and the line of each; of those beyond {@link #MAX_KEPT} no more than that they are. */
    public synchronized void each(ObjLongConsumer<String> taker) {
        for (int row = 0; row < kept.size(); row++) {
            taker.accept(String.valueOf(kept.cell(row, 2)), line(row));
        }
        for (long row = kept.size(); row < count; row++) {
            taker.accept("a further row that cannot be read", 0);
        }
    }

    /** The line of the last one that was kept; 0 for none. */
    public synchronized long lastLine() {
        return kept.size() == 0 ? 0 : line(kept.size() - 1);
    }

    private long line(int row) {
        return Long.parseLong(String.valueOf(kept.cell(row, 1)));
    }

    /** Writes {@code file,line,reason,row}, also when there is none, so that no older list is taken for this one. */
    public synchronized void write(Path file) throws IOException {
        PrivateFile.write(file, out -> {
            var writer = new java.io.OutputStreamWriter(out, StandardCharsets.UTF_8);
            var csv = CsvWriter.forPeople(writer);
            csv.row(COLUMNS);
            for (int row = 0; row < kept.size(); row++) {
                csv.row(kept.cell(row, 0), kept.cell(row, 1), kept.cell(row, 2), kept.cell(row, 3));
            }
            if (count > kept.size()) {
                csv.row("", "", (count - kept.size()) + " further rows were put aside and are not listed", "");
            }
            writer.flush();
        });
    }
}
