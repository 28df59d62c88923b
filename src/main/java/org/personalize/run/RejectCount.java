package org.personalize.run;

import org.personalize.csv.RejectLimit;
import org.personalize.csv.Rejects;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/** Watches how many rows each table loses, so that a broken export stops the run even beside a large healthy one. */
final class RejectCount {

    private static final int SHOWN = 3;

    private final RejectLimit limit;
    private final Rejects rejects = new Rejects();
    private long before;

    RejectCount(RejectLimit limit) {
        this.limit = limit;
    }

    Rejects rejects() {
        return rejects;
    }

    /** To be asked when a table was read. */
    void checkAfter(String table, long rows) {
        long putAside = rejects.count() - before;
        if (limit.isPassedBy(putAside, rows)) {
            throw new InputProblem(
                    Place.NOWHERE,
                    "%,d of %,d rows of the %s had to be put aside, which is more than %s: %s"
                            .formatted(putAside, rows, table, limit, examples()),
                    "Correct the file, or raise --max-rejects.");
        }
        before = rejects.count();
    }

    private String examples() {
        return String.join("; ", rejects.examples(before, SHOWN));
    }
}
