package org.personalize.problem;

import java.util.ArrayList;
import java.util.List;

/** Gathers problems, so that a user sees all of them at once. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    public void add(Problem problem) {
        found.add(problem);
    }

    public void add(Place place, String message, String remedy) {
        found.add(new Problem(place, message, remedy));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Problem> all() {
        return List.copyOf(found);
    }

    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InputProblem(found);
        }
    }
}
