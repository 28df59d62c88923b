package org.personalize.run;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.personalize.audience.Audience;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;
import org.personalize.problem.Problems;

/**
 * Which people of a campaign are meant.
 *
 * @param limit at most so many are planned, in the order of the file
 * @param only ids or addresses; empty for everybody
 * @param option by which they were named on the command line, for what is said of a name that nobody has
 */
public record Selection(int limit, List<String> only, String option) {

    public static final Selection EVERYBODY = new Selection(Integer.MAX_VALUE, List.of());

    public Selection(int limit, List<String> only) {
        this(limit, only, "--only");
    }

    public Selection {
        only = List.copyOf(only);
        if (limit < 0) {
            throw new IllegalArgumentException("a limit is not below zero");
        }
    }

    /** The same, where some were begun already. */
    Selection less(long begun) {
        return limit == Integer.MAX_VALUE ? this : new Selection((int) Math.max(0, limit - begun), only, option);
    }

    /** The named people; a name that nobody has ends here. */
    Set<Integer> people(Audience audience) {
        var problems = new Problems();
        Set<Integer> people = new HashSet<>();
        for (String name : only) {
            int person = audience.find(name);
            if (person < 0) {
                problems.add(
                        Place.NOWHERE,
                        option + " " + Problem.quote(name) + " is no customer's id or address in this campaign",
                        "Look it up in the customer file.");
            }
            people.add(person);
        }
        problems.throwIfAny();
        return people;
    }
}
