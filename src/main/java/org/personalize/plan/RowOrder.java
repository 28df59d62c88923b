package org.personalize.plan;

import java.io.IOException;
import java.util.Arrays;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;

/** Passes rows on that come in the order of their ids, so that two plans can be read side by side. */
final class RowOrder {

    private final PlanSource.Taker taker;
    private String last = "";

    RowOrder(PlanSource.Taker taker) {
        this.taker = taker;
    }

    void take(PlanRow row, Place place) throws IOException {
        String id = row.customerId();
        if (id.isEmpty()) {
            throw wrong(place, "expected a customer_id, found none");
        }
        checkStatus(row, place);
        int order = CodePoints.ORDER.compare(last, id);
        if (order == 0) {
            throw wrong(place, "customer " + Problem.quote(id) + " is in this plan twice");
        } else if (order > 0) {
            throw wrong(
                    place,
                    "customer " + Problem.quote(id) + " stands behind " + Problem.quote(last)
                            + ", and a plan is sorted by customer_id");
        }
        last = id;
        taker.take(row);
    }

    private static void checkStatus(PlanRow row, Place place) {
        boolean isKnown = Arrays.stream(Decision.Status.values())
                .anyMatch(status -> status.word().equals(row.status()));
        if (!isKnown) {
            throw wrong(place, "expected the status planned, no_mail or skipped, found " + Problem.quote(row.status()));
        } else if (row.isPlanned() && row.sendAt().isEmpty()) {
            throw wrong(place, "customer " + Problem.quote(row.customerId()) + " is planned, but for no moment");
        }
    }

    private static InputProblem wrong(Place place, String message) {
        return new InputProblem(place, message, "Use the file as `plan --out` wrote it, or plan again.");
    }
}
