package org.personalize.plan;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.personalize.csv.CsvWriter;
import org.personalize.csv.PrivateFile;

/**
 * What differs between an older plan and a newer one, in all and by a few examples.
 *
 * @param older the file that was compared with
 * @param before what it says of itself
 * @param causes what changed in what the two plans came from
 * @param changes how many changes of each kind
 * @param fields how many changes of each kind by what changed: the new status, or the slot
 * @param unchanged how many people have the same in both
 * @param examples the first few of each kind
 */
public record PlanDifferences(
        Path older,
        PlanHead before,
        PlanCauses causes,
        Map<PlanChange.Kind, Long> changes,
        Map<PlanChange.Kind, Map<String, Long>> fields,
        long unchanged,
        List<PlanChange> examples) {

    /** So many changes of a kind are kept; a file holds them all. */
    private static final int MOST_EXAMPLES = 100;

    private static final List<String> COLUMNS = List.of("customer_id", "change", "field", "before", "after", "why");

    /** Takes one change. */
    @FunctionalInterface
    interface Taker {
        void take(PlanChange change) throws IOException;
    }

    /**
     * Compares, and keeps neither plan.
     *
     * @param rows the newer plan's, everyone once, in the order of their ids
     * @param list where every change is written, as .csv or .json; null for nowhere
     */
    public static PlanDifferences of(Path older, PlanHead head, Iterator<PlanRow> rows, @Nullable Path list)
            throws IOException {
        PlanSource source = PlanSource.of(older);
        PlanHead before = source.head();
        var causes = PlanCauses.between(before, head);
        var count = new Count();
        if (list == null) {
            count.unchanged = PlanDiff.between(source, rows, causes, count::take);
        } else {
            PrivateFile.write(list, out -> {
                var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                Taker taker = PlanFile.isJson(list) ? json(writer) : csv(writer);
                count.unchanged = PlanDiff.between(source, rows, causes, change -> {
                    count.take(change);
                    taker.take(change);
                });
                writer.append(PlanFile.isJson(list) ? count.isEmpty() ? "[]\n" : "\n]\n" : "");
                writer.flush();
            });
        }
        return count.differences(older, before, causes);
    }

    private static Taker csv(BufferedWriter out) throws IOException {
        CsvWriter csv = CsvWriter.forPeople(out);
        csv.row(COLUMNS);
        return change -> csv.row(
                change.customerId(),
                change.kind().word(),
                change.field(),
                change.before(),
                change.after(),
                change.why());
    }

    /** One object on each line. */
    private static Taker json(BufferedWriter out) {
        String[] before = {"["};
        return change -> {
            out.append(before[0]).append('\n');
            before[0] = ",";
            change.write(Json.compact(out));
        };
    }

    public boolean areNone() {
        return changes.isEmpty();
    }

    /** Writes the differences as fields of the object that is open. */
    public void write(Json json) throws IOException {
        json.field("older", older.toString()).field("unchanged", unchanged);
        json.name("changes").object();
        for (var kind : changes.entrySet()) {
            json.field(kind.getKey().word(), kind.getValue());
        }
        json.end().name("because").array();
        for (PlanCauses.Difference difference : causes.differences()) {
            json.object()
                    .field("cause", difference.cause().word())
                    .field("what", difference.what())
                    .end();
        }
        json.end().name("examples").array();
        for (PlanChange example : examples) {
            example.write(json);
        }
        json.end();
    }

    /** Counts as the changes go by. */
    private static final class Count {

        private final Map<PlanChange.Kind, Long> changes = new EnumMap<>(PlanChange.Kind.class);
        private final Map<PlanChange.Kind, Map<String, Long>> fields = new EnumMap<>(PlanChange.Kind.class);
        private final Map<PlanChange.Kind, List<PlanChange>> examples = new EnumMap<>(PlanChange.Kind.class);
        private long unchanged;

        void take(PlanChange change) {
            changes.merge(change.kind(), 1L, Long::sum);
            fields.computeIfAbsent(change.kind(), kind -> new TreeMap<>()).merge(what(change), 1L, Long::sum);
            List<PlanChange> few = examples.computeIfAbsent(change.kind(), kind -> new ArrayList<>());
            if (few.size() < MOST_EXAMPLES) {
                few.add(change);
            }
        }

        private static String what(PlanChange change) {
            return switch (change.kind()) {
                case ADDED -> change.before().isEmpty() ? "new in the file" : "was " + change.before();
                case REMOVED, STATUS -> change.after().isEmpty() ? "left the file" : "now " + change.after();
                case MOVED, VARIANT, GROUP, CONTENT -> change.field();
            };
        }

        boolean isEmpty() {
            return changes.isEmpty();
        }

        PlanDifferences differences(Path older, PlanHead before, PlanCauses causes) {
            return new PlanDifferences(
                    older,
                    before,
                    causes,
                    Collections.unmodifiableMap(changes),
                    Collections.unmodifiableMap(fields),
                    unchanged,
                    examples.values().stream().flatMap(List::stream).toList());
        }
    }
}
