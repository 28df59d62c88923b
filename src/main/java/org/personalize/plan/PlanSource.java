package org.personalize.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/** A plan that was written before, read from its beginning to its end without being kept. */
public interface PlanSource {

    /** Takes one person's row. */
    @FunctionalInterface
    interface Taker {
        void take(PlanRow row) throws IOException;
    }

    /** @param file a .json that this program wrote, or a .csv with the columns of one */
    static PlanSource of(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InputProblem(
                    Place.file(file.toString()), "there is no such file", "Name a plan that `plan --out` wrote.");
        }
        return PlanFile.isJson(file) ? new PlanJson(file) : new PlanCsv(file);
    }

    /** What is wrong with a plan that is to be sent and does not say what it came from. */
    static InputProblem unsealed(Path file) {
        boolean isCsv = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        return new InputProblem(
                Place.file(file.toString()),
                isCsv
                        ? "a plan in CSV does not say what it came from"
                        : "this is no plan in JSON, whose name ends in .json",
                "Send the JSON: plan CAMPAIGN --out plan.json.");
    }

    /** What the file says of itself, read no further than that. */
    PlanHead head() throws IOException;

    /**
     * Everybody in the order of their ids; another order, or somebody twice, is an InputProblem.
     */
    void read(Taker taker) throws IOException;

    /** As {@link #read}; a file that was changed since it was written is an InputProblem, after its last row. */
    void readSealed(Taker taker) throws IOException;
}
