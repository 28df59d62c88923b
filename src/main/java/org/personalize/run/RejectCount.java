package org.personalize.run;

import org.personalize.audience.Audience;
import org.personalize.csv.RejectLimit;
import org.personalize.csv.Rejects;
import org.personalize.problem.Amount;
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

    /** Bad rows of opt-outs count with the customers', and yet it is their own file that somebody must correct. */
    void checkAfter(Audience.Counts customers) {
        long ofOptOuts = rejects.count() - before - customers.putAside();
        if (ofOptOuts > 0 && limit.isPassedBy(rejects.count() - before, customers.read())) {
            String table = customers.putAside() == 0 ? "suppressions" : "customers and the suppressions";
            throw new InputProblem(
                    Place.NOWHERE,
                    Amount.of(rejects.count() - before, "row", "rows")
                            + " of the %s had to be put aside, which is more than %s beside %,d rows of customers: %s"
                                    .formatted(table, limit, customers.read(), examples()),
                    "Correct the file, or raise --max-rejects.");
        }
        checkAfter("customers", customers.read());
    }

    /** To be asked when a table was read. */
    void checkAfter(String table, long rows) {
        long putAside = rejects.count() - before;
        if (limit.isPassedBy(putAside, rows)) {
            throw new InputProblem(
                    Place.NOWHERE,
                    "%,d of %,d rows of the %s had to be put aside, which is more than %s: %s"
                            .formatted(putAside, Math.max(rows, putAside), table, limit, examples()),
                    "Correct the file, or raise --max-rejects.");
        }
        before = rejects.count();
    }

    private String examples() {
        return String.join("; ", rejects.examples(before, SHOWN));
    }
}
