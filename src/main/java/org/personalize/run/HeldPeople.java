package org.personalize.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.personalize.problem.Place;
import org.personalize.render.Finding;
import org.personalize.render.Rendered.Held;

/** Those whose mail has an error of its own: who they are, as far as anybody would look, and what the errors are. */
final class HeldPeople {

    /** More than anybody looks through; the errors behind them are counted all the same. */
    private static final int MOST_LISTED = 1_000;

    private static final int MOST_CAUSES = 10_000;
    private static final int MOST_CAUSES_SAID = 3;

    private record Cause(Place place, String message) {}

    private final List<Held> listed = new ArrayList<>();
    private final Map<Cause, Long> causes = new LinkedHashMap<>();

    /** Takes them in the order of the people. */
    void take(Held held) {
        if (listed.size() < MOST_LISTED) {
            listed.add(held);
        }
        if (!held.findings().isEmpty()) {
            Finding first = held.findings().get(0);
            var cause = new Cause(first.place(), first.message());
            if (causes.size() < MOST_CAUSES || causes.containsKey(cause)) {
                causes.merge(cause, 1L, Long::sum);
            }
        }
    }

    /** The first of them, in the order of the people. */
    List<Held> listed() {
        return List.copyOf(listed);
    }

    /** Why nobody is left to be mailed, the commonest cause first; to be asked only where everybody is held. */
    List<String> whyNobodyIsLeft(long everybody) {
        return causes.entrySet().stream()
                .sorted(Map.Entry.<Cause, Long>comparingByValue()
                        .reversed()
                        .thenComparing(e -> e.getKey().place().toString()))
                .limit(MOST_CAUSES_SAID)
                .map(e -> sentence(e.getKey(), e.getValue(), everybody))
                .toList();
    }

    private static String sentence(Cause cause, long held, long everybody) {
        String whom = held < everybody
                ? String.format(Locale.ROOT, "%,d of %,d people", held, everybody)
                : everybody == 1 ? "the one person planned" : String.format(Locale.ROOT, "all %,d people", everybody);
        return cause.place() + ": " + cause.message() + ". This holds " + whom + ": nobody would be mailed.";
    }
}
