package org.personalize.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.personalize.csv.CsvWriter;
import org.personalize.csv.PrivateFile;

/** A CSV of everybody, made by all cores, written in the order of people, and never held as a whole. */
final class PeopleRows {

    /** Few enough that a thousand items for each of them are a few megabytes. */
    private static final int PORTION = 128;

    /** Portions that are worked on before the next are begun. */
    private static final int PORTIONS_AT_ONCE = 64;

    private final Request request;
    private final int people;
    private final IntPredicate isWanted;

    /** @param isWanted who has rows */
    PeopleRows(Request request, int people, IntPredicate isWanted) {
        this.request = request;
        this.people = people;
        this.isWanted = isWanted;
    }

    /** Writes the rows of one person after the other; each thread has its own. */
    interface Scribe {
        void write(int person, CsvWriter rows) throws IOException;
    }

    /** Writes the file for its owner only, whole or not at all. */
    void write(Path target, List<String> columns, Supplier<Scribe> scribes) throws IOException {
        PrivateFile.write(target, out -> {
            var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            CsvWriter.verbatim(writer).row(columns);
            for (int from = 0; from < people; from += PORTION * PORTIONS_AT_ONCE) {
                request.stop().obey();
                request.progress().report("scoring", from, people);
                writeFrom(from, writer, scribes);
            }
            request.progress().report("scoring", people, people);
            writer.flush();
        });
    }

    private void writeFrom(int from, Writer writer, Supplier<Scribe> scribes) throws IOException {
        List<StringBuilder> portions = IntStream.range(0, PORTIONS_AT_ONCE)
                .parallel()
                .mapToObj(portion -> portion(from + portion * PORTION, scribes.get()))
                .toList();
        for (StringBuilder portion : portions) {
            writer.append(portion);
        }
    }

    private StringBuilder portion(int from, Scribe scribe) {
        var rows = new StringBuilder();
        CsvWriter writer = CsvWriter.verbatim(rows);
        try {
            for (int person = from; person < Math.min(people, from + PORTION); person++) {
                if (isWanted.test(person)) {
                    scribe.write(person, writer);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
