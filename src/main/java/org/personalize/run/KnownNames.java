package org.personalize.run;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Audience;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Slot;
import org.personalize.campaign.Text.Line;
import org.personalize.catalog.Catalog;
import org.personalize.history.Profiles;
import org.personalize.plan.Planning.Conditions;
import org.personalize.problem.Nearest;
import org.personalize.problem.Problems;
import org.personalize.template.Condition;

/** Looks for misspelt names in conditions: a name that nothing bears is missing for everybody, and nobody would be left. */
final class KnownNames {

    private final Audience audience;
    private final Catalog catalog;
    private final Problems problems = new Problems();
    private final List<String> notices = new ArrayList<>();

    private KnownNames(Audience audience, Catalog catalog) {
        this.audience = audience;
        this.catalog = catalog;
    }

    /** Gives back what is worth a word; a name that no file could ever bear is an InputProblem. */
    static List<String> check(Campaign campaign, Conditions conditions, Audience audience, Catalog catalog) {
        var names = new KnownNames(audience, catalog);
        names.check("audience.where", campaign.audience().where(), conditions.audience());
        for (Slot slot : campaign.slots()) {
            names.check(
                    "slots." + slot.name() + ".where",
                    slot.where(),
                    conditions.slots().get(slot.name()));
        }
        names.problems.throwIfAny();
        return names.notices;
    }

    private void check(String key, @Nullable Line line, @Nullable Condition condition) {
        if (line == null || condition == null) {
            return;
        }
        for (String path : new TreeSet<>(condition.references())) {
            String[] parts = path.split("[.\\[(]", -1);
            if (parts.length < 2) {
                continue;
            }
            switch (parts[0]) {
                case "profile" -> profile(key, line, parts[1]);
                case "customer" -> column(key, path, parts[1], "customer", audience.columns(), audience::hasColumn);
                case "item" -> column(key, path, parts[1], "item", catalog.columns(), catalog.columns()::contains);
                default -> {}
            }
        }
    }

    private void profile(String key, Line line, String name) {
        if (!Profiles.NAMES.contains(name)) {
            problems.add(
                    line.place(),
                    key + " asks for profile." + name + ", and a profile has only " + String.join(", ", Profiles.NAMES),
                    Nearest.to(name, Profiles.NAMES)
                            .map(n -> "Did you mean profile." + n + "?")
                            .orElse("Use one of these."));
        }
    }

    private void column(
            String key, String path, String name, String file, List<String> columns, Predicate<String> isThere) {
        if (!isThere.test(name)) {
            notices.add(key + " asks for " + path + ", and the " + file + " file has no such column"
                    + Nearest.to(name, columns)
                            .map(n -> "; did you mean " + n + "?")
                            .orElse("."));
        }
    }
}
