package org.personalize.taste;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Map<Integer, Blend> blends = new HashMap<>();
        for (Stratum stratum : Stratum.values()) {
            for (boolean had : new boolean[] {false, true}) {
                int chosen = best(had ? Task.REPEAT : Task.NEW, stratum);
                Blend own = blends.computeIfAbsent(chosen, r -> recipes.get(r).blend(all));
                blend.set(had, stratum, own.weights(had, stratum), own.start(had, stratum));
                System.err.println(stratum+" "+had+" "+recipes.get(chosen).name()+" "+java.util.Arrays.toString(own.weights(had,stratum)));
            }
        }
        for (var s : List.of(EVERYBODY, Set.of(Stratum.FEW), Set.of(Stratum.SOME), Set.of(Stratum.MANY), Set.of(Stratum.NONE)))
        for (int r=0;r<recipes.size();r++) { var b=new StringBuilder(String.format("    %-34s %s",recipes.get(r).name(),s.size()>1?"all":s)); for (Task t: Task.values()) for (var h: rehearsals) b.append(String.format(" %s %.4f±%.4f(%d)",t,h.mean(t,r,s).mean(),h.mean(t,r,s).high()-h.mean(t,r,s).mean(),h.mean(t,r,s).number())); System.err.println(b);}
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
