package org.personalize.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/** The campaigns that events name, counted from 1, so that 0 means none. */
final class CampaignNames {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    int number(@Nullable String name) {
        if (name == null) {
            return 0;
        }
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        if (names.size() + 1 >= Mark.MOST_CAMPAIGNS) {
            throw new InputProblem(
                    Place.NOWHERE,
                    "the events name more than " + names.size() + " campaigns",
                    "Check which column is declared as campaign under data.events.columns.");
        }
        names.add(name);
        numbers.put(name, names.size());
        return names.size();
    }

    List<String> names() {
        return names;
    }
}
