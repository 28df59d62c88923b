package org.personalize.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.personalize.csv.CsvWriter;
import org.personalize.csv.HeaderAliases;
import org.personalize.csv.Rejects;
import org.personalize.csv.Table;
import org.personalize.csv.TableSource;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/** A plan as CSV: whoever gets what, without what it came from. */
final class PlanCsv implements PlanSource {

    private static final List<String> NEEDED = List.of("customer_id", "campaign", "status");

    private final Path file;

    PlanCsv(Path file) {
        this.file = file;
    }

    @Override
    public void readSealed(Taker taker) {
        throw PlanSource.unsealed(file);
    }

    @Override
    public void read(Taker taker) throws IOException {
        Path whole = file.toAbsolutePath();
        Table table = Table.open(new TableSource(
                "plan",
                Objects.requireNonNull(whole.getParent()),
                whole.getFileName().toString(),
                Map.of(),
                HeaderAliases.NONE,
                NEEDED,
                Place.file(file.toString())));
        var order = new RowOrder(taker);
        var cells = new Cells(table);
        var rejects = new Rejects();
        table.read(rejects, row -> {
            try {
                order.take(cells.of(row), Place.line(row.file(), row.line()));
                return null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        if (rejects.count() > 0) {
            throw new InputProblem(
                    Place.file(file.toString()),
                    rejects.examples(0, 1).get(0),
                    "Use the file as `plan --out` wrote it, or plan again.");
        }
    }

    @Override
    public PlanHead head() {
        return PlanHead.UNKNOWN;
    }

    /** Where each column stands. */
    private static final class Cells {

        private final int[] known = new int[PlanRow.COLUMNS.size()];
        private final Map<String, Integer> slots = new LinkedHashMap<>();

        Cells(Table table) {
            for (int i = 0; i < known.length; i++) {
                known[i] = table.columns().indexOf(PlanRow.COLUMNS.get(i));
            }
            for (String column : table.columns()) {
                if (!PlanRow.COLUMNS.contains(column)) {
                    slots.put(column, table.columns().indexOf(column));
                }
            }
        }

        PlanRow of(Table.Row row) {
            Map<String, List<PlanRow.Pick>> picks = new LinkedHashMap<>();
            slots.forEach((slot, column) -> picks.put(slot, picks(row.cell(column))));
            return new PlanRow(
                    text(row, 0),
                    text(row, 1),
                    text(row, 2),
                    text(row, 3),
                    text(row, 4),
                    text(row, 5),
                    text(row, 6),
                    text(row, 7),
                    text(row, 8),
                    text(row, 9),
                    text(row, 10),
                    picks);
        }

        private String text(Table.Row row, int column) {
            String cell = known[column] < 0 ? null : row.cell(known[column]);
            return cell == null ? "" : CsvWriter.meant(cell);
        }

        private static List<PlanRow.Pick> picks(@Nullable String cell) {
            List<PlanRow.Pick> picks = new ArrayList<>();
            if (cell != null) {
                for (String item : CsvWriter.meant(cell).split("\\|", -1)) {
                    picks.add(new PlanRow.Pick(item, "", ""));
                }
            }
            return picks;
        }
    }
}
