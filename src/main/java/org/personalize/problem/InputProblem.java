package org.personalize.problem;

import java.util.List;
import java.util.stream.Collectors;

/** The user's input is wrong: nothing was sent, and every problem we know of is named. */
public final class InputProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public InputProblem(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("an InputProblem names at least one problem");
        }
        this.problems = List.copyOf(problems);
    }

    public InputProblem(Problem problem) {
        this(List.of(problem));
    }

    public InputProblem(Place place, String message, String remedy) {
        this(new Problem(place, message, remedy));
    }

    public List<Problem> problems() {
        return problems;
    }
}
