package org.personalize.taste;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.personalize.catalog.Catalog;
import org.personalize.measure.Choice;
import org.personalize.measure.Interval;
import org.personalize.measure.Stratum;
import org.personalize.measure.Task;
import org.personalize.measure.Trial;

/**
 * Every recipe, fitted to what followed the earlier moments and judged by what followed the next, twice; and the blend of
 * those that won, for each stratum its own.
 */
final class TasteTrials {

    private static final Set<Stratum> EVERYBODY = EnumSet.allOf(Stratum.class);
    private static final long MINUTE_SECONDS = 60;

    /** A stratum with fewer people than this to judge by goes with everybody. */
    private static final int FEWEST_PEOPLE = 100;

    private final List<Sequel> sequels;
    private final List<Recipe> recipes;
    private final List<Rehearsal> rehearsals = new ArrayList<>();
    private final Blend blend = new Blend();
    private final List<Choice> choices = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** @param sequels at least two, in the order of time; the first is only learned from */
    TasteTrials(List<Sequel> sequels, Catalog catalog) {
        this.sequels = sequels;
        recipes = Recipe.all(sequels.stream().anyMatch(sequel -> !sequel.moment().linear().isEmpty()));
        List<Examples> examples = sequels.stream().map(Examples::of).toList();
        for (int window = 1; window < sequels.size(); window++) {
            Examples before = Examples.joined(examples.subList(0, window));
            List<Blend> blends = recipes.stream().map(r -> r.blend(before)).toList();
            rehearsals.add(new Rehearsal(sequels.get(window), blends));
        }
        Examples all = Examples.joined(examples);
        List<Blend> blends = recipes.stream().map(r -> r.blend(all)).toList();
        for (Stratum stratum : Stratum.values()) {
            take(false, stratum, blends);
            take(true, stratum, blends);
        }
    }

    private void take(boolean had, Stratum stratum, List<Blend> blends) {
        int chosen = best(had ? Task.REPEAT : Task.NEW, stratum);
        blend.set(had, stratum, blends.get(chosen).weights(had, stratum), blends.get(chosen).start(had, stratum));
    }

    /** The recipe with the best mean over the windows; of those that are not fixed. */
    private int best(Task task, Stratum stratum) {
        Set<Stratum> of = people(task, Set.of(stratum)) < FEWEST_PEOPLE ? EVERYBODY : Set.of(stratum);
        return IntStream.range(0, recipes.size())
                .filter(r -> !recipes.get(r).isFixed())
                .boxed()
                .max((a, b) -> {
                    int order = Double.compare(mean(task, a, of), mean(task, b, of));
                    return order == 0 ? Integer.compare(b, a) : order;
                })
                .orElseThrow();
    }

    private double mean(Task task, int recipe, Set<Stratum> of) {
        return rehearsals.stream()
                .mapToDouble(rehearsal -> rehearsal.mean(task, recipe, of).mean())
                .sum() / rehearsals.size();
    }

    private long people(Task task, Set<Stratum> of) {
        return rehearsals.stream().mapToLong(r -> r.mean(task, 0, of).number()).min().orElse(0);
    }

    Blend blend() {
        return blend;
    }

    List<Choice> choices() {
        return choices;
    }

    List<String> notes() {
        return notes;
    }
}
