package org.personalize.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.personalize.plan.Json;
import org.personalize.plan.PlanCauses;
import org.personalize.plan.PlanChange;
import org.personalize.plan.PlanDifferences;
import org.personalize.problem.Amount;
import org.personalize.run.PlanStory;

/** Tells what was planned, and how it differs from an older plan: short enough for a pull request. */
final class PlanTelling {

    private static final int EXAMPLES = 3;
    private static final int MOST_FIELDS = 6;

    private final PrintWriter out;
    private final Path folder;

    private PlanTelling(Door door) {
        out = door.out();
        folder = door.folder();
    }

    static int of(PlanStory story, Door door, @Nullable Json json) throws IOException {
        if (json == null) {
            Telling.tell(story.story(), door);
            new PlanTelling(door).tell(story);
        } else {
            json.object();
            Telling.write(story.story(), json);
            json.field("recorded", story.isRecorded());
            ForesightTelling.write(story.foresight(), json);
            if (story.variants().isPresent()) {
                VariantTelling.write(story.variants().get(), json);
            }
            PlanDifferences differences = story.differences();
            if (differences != null) {
                json.name("differences").object();
                differences.write(json);
                json.end();
            }
            json.end();
        }
        return Telling.code(story.story());
    }

    private void tell(PlanStory story) {
        if (!story.isRecorded()) {
            out.println("  Promised to nobody: the ledger is as it was.");
        }
        PlanDifferences differences = story.differences();
        if (differences != null) {
            tell(differences);
        } else {
            story.variants().ifPresent(learned -> VariantTelling.of(learned, new Sheet(out)));
            ForesightTelling.of(story.foresight(), out);
        }
        Path changes = story.changes();
        if (changes != null) {
            out.println("  All changes: " + shown(changes));
        }
    }

    private void tell(PlanDifferences differences) {
        out.println();
        out.println("  Compared with " + shown(differences.older()) + when(differences) + ":");
        differences
                .changes()
                .forEach((kind, count) -> out.printf(
                        Locale.ROOT,
                        "    %-9s %,9d  %s%n",
                        kind.word(),
                        count,
                        fields(differences.fields().getOrDefault(kind, Map.of()))));
        out.printf(Locale.ROOT, "    %-9s %,9d%n", "unchanged", differences.unchanged());
        because(differences);
        examples(differences);
    }

    private static String when(PlanDifferences differences) {
        return differences.before().isKnown()
                ? ", made " + Moments.told(differences.before().now())
                : "";
    }

    private static String fields(Map<String, Long> fields) {
        String some = fields.entrySet().stream()
                .limit(MOST_FIELDS)
                .map(field -> field.getKey() + " " + Amount.of(field.getValue()))
                .collect(Collectors.joining(", "));
        return fields.size() > MOST_FIELDS ? some + ", …" : some;
    }

    private void because(PlanDifferences differences) {
        if (differences.areNone() && differences.causes().differences().isEmpty()) {
            return;
        }
        if (differences.causes().differences().isEmpty()) {
            out.println(
                    "    because: neither files, settings nor clock have changed; the people promised before differ");
        }
        Map<PlanCauses.Cause, String> byCause = differences.causes().differences().stream()
                .collect(Collectors.groupingBy(
                        PlanCauses.Difference::cause,
                        TreeMap::new,
                        Collectors.mapping(PlanCauses.Difference::what, Collectors.joining(", "))));
        byCause.forEach((cause, what) -> out.println("    because of " + cause.word() + ": " + what));
    }

    private void examples(PlanDifferences differences) {
        Map<PlanChange.Kind, Long> told = new EnumMap<>(PlanChange.Kind.class);
        for (PlanChange change : differences.examples()) {
            if (told.merge(change.kind(), 1L, Long::sum) <= EXAMPLES) {
                out.println("      " + change.customerId() + " " + change.kind().word() + ", " + change.field() + ": "
                        + orNothing(change.before()) + " → " + orNothing(change.after()));
            }
        }
    }

    private static String orNothing(String value) {
        return value.isEmpty() ? "nothing" : value;
    }

    private String shown(Path file) {
        return Failure.shown(file.toString(), folder);
    }
}
