package org.personalize.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Audience;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Slot;
import org.personalize.campaign.Text.Line;
import org.personalize.catalog.Catalog;
import org.personalize.history.PersonScope;
import org.personalize.history.Profiles;
import org.personalize.plan.Planning.Conditions;
import org.personalize.problem.Nearest;
import org.personalize.problem.Place;
import org.personalize.problem.Problems;
import org.personalize.template.Condition;

/** Looks for misspelt names in conditions: a name that nothing bears is missing for everybody, and nobody would be left. */
final class KnownNames {

    private static final String ITEM = "item";

    /**
     * A value that a condition reads.
     *
     * @param key of the campaign file, under which the condition stands
     * @param name what is asked for, without what has it
     * @param isGuarded whether the condition says what happens when the value is missing
     */
    private record Asked(String key, Place place, String path, String name, boolean isGuarded) {}

    private final Audience audience;
    private final Catalog catalog;
    private final Problems problems = new Problems();
    private final List<String> notices = new ArrayList<>();

    private KnownNames(Audience audience, Catalog catalog) {
        this.audience = audience;
        this.catalog = catalog;
    }

    /** Gives back what is worth a word; a name that would leave nobody is an InputProblem. */
    static List<String> check(Campaign campaign, Conditions conditions, Audience audience, Catalog catalog) {
        var names = new KnownNames(audience, catalog);
        names.check("audience.where", campaign.audience().where(), conditions.audience(), PersonScope.NAMES);
        List<String> ofItems =
                Stream.concat(Stream.of(ITEM), PersonScope.NAMES.stream()).toList();
        for (Slot slot : campaign.slots()) {
            names.check(
                    "slots." + slot.name() + ".where",
                    slot.where(),
                    conditions.slots().get(slot.name()),
                    ofItems);
        }
        names.problems.throwIfAny();
        return names.notices;
    }

    private void check(String key, @Nullable Line line, @Nullable Condition condition, List<String> roots) {
        if (line == null || condition == null) {
            return;
        }
        for (String path : new TreeSet<>(condition.references())) {
            String[] parts = path.split("[.\\[(]", -1);
            boolean isGuarded = !condition.unguarded().contains(path);
            var asked = new Asked(key, line.place(), path, parts.length < 2 ? "" : parts[1], isGuarded);
            if (!roots.contains(parts[0])) {
                unknown(asked, parts[0], roots);
            } else if (parts.length > 1) {
                known(asked, parts[0]);
            }
        }
    }

    private void known(Asked asked, String root) {
        switch (root) {
            case "profile" -> profile(asked);
            case "customer" -> column(asked, root, audience.columns(), audience::hasColumn);
            case ITEM -> column(asked, root, catalog.columns(), catalog.columns()::contains);
            default -> {}
        }
    }

    private void unknown(Asked asked, String root, List<String> roots) {
        if (!asked.isGuarded()) {
            var meant = audience.hasColumn(root)
                    ? Optional.of("customer." + root)
                    : roots.contains(ITEM) && catalog.columns().contains(root)
                            ? Optional.of(ITEM + "." + root)
                            : Nearest.to(root, roots);
            problems.add(
                    asked.place(),
                    asked.key() + " asks for " + asked.path() + ", and a condition there knows only "
                            + String.join(", ", roots),
                    meant.map(name -> "Did you mean " + name + "?").orElse("Begin the name with one of these."));
        }
    }

    private void profile(Asked asked) {
        if (!Profiles.NAMES.contains(asked.name())) {
            problems.add(
                    asked.place(),
                    asked.key() + " asks for profile." + asked.name() + ", and a profile has only "
                            + String.join(", ", Profiles.NAMES),
                    Nearest.to(asked.name(), Profiles.NAMES)
                            .map(n -> "Did you mean profile." + n + "?")
                            .orElse("Use one of these."));
        }
    }

    /** Who says what happens when the value is missing may ask for a column that is not in today's file. */
    private void column(Asked asked, String root, List<String> columns, Predicate<String> isThere) {
        if (isThere.test(asked.name())) {
            return;
        }
        String message = asked.key() + " asks for " + asked.path() + ", and the " + root + " file has no such column";
        Optional<String> near = Nearest.to(asked.name(), columns);
        if (asked.isGuarded() || columns.isEmpty()) {
            notices.add(message + near.map(n -> "; did you mean " + n + "?").orElse("."));
        } else {
            problems.add(
                    asked.place(),
                    message + ", so that the answer would be no for "
                            + (root.equals(ITEM) ? "every item" : "everybody"),
                    near.map(n -> "Did you mean " + root + "." + n + "?")
                            .orElse("Where it may be missing, say what then, as in (" + asked.path() + "!'')."));
        }
    }
}
