package org.personalize.taste;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.personalize.measure.Stratum;
import org.personalize.measure.Task;

/**
 * Every recipe, fitted to what followed the earlier moments and judged by what followed the next, twice; and the blend of
 * those that won, for each stratum its own.
 */
final class TasteTrials {

    /** A stratum with fewer people than this to judge by goes with everybody. */
    private static final int FEWEST_PEOPLE = 100;

    private final List<Sequel> everybody;
    private final List<Sequel> sequels;
    private final List<Examples> examples;
    private final List<Recipe> recipes;
    private final List<Window> windows = new ArrayList<>();
    private final int[][] chosen;

    /** What was chosen, fitted to what was before each window and levelled by it. */
    private final List<Blend> levelled;

    private final Balance balance;

    /**
     * One stretch of time that blends were judged by, and the blends, fitted to what was before.
     *
     * @param before the earlier stretches, with everybody who was there
     */
    private record Window(Sequel sequel, List<Sequel> before, Blends blends, Rehearsal rehearsal) {}

    /**
     * @param sequels at least two, in the order of time; the first is only learned from
     * @param everybody the same with all people, those who did not come back too
     */
    TasteTrials(List<Sequel> sequels, List<Sequel> everybody) {
        this.sequels = sequels;
        this.everybody = everybody;
        recipes = Recipe.all(
                sequels.stream().anyMatch(sequel -> !sequel.moment().linear().isEmpty()));
        examples = sequels.stream().map(Examples::of).toList();
        for (int window = 1; window < sequels.size(); window++) {
            Examples before = Examples.joined(examples.subList(0, window));
            var blends = new Blends(recipes, before);
            var rehearsal = new Rehearsal(sequels.get(window), blends.all());
            windows.add(new Window(sequels.get(window), everybody.subList(0, window), blends, rehearsal));
        }
        chosen = chosenBy(windows);
        levelled = levelled(chosen, windows);
        balance = balance(levelled, windows);
    }

    private static Balance balance(List<Blend> levelled, List<Window> windows) {
        return Balance.of(IntStream.range(0, windows.size())
                .mapToObj(window -> new Balance.Scene(windows.get(window).sequel(), levelled.get(window)))
                .toList());
    }

    private static List<Blend> levelled(int[][] chosen, List<Window> windows) {
        return windows.stream()
                .map(window -> levelled(composed(chosen, window.blends()::of), window.before()))
                .toList();
    }

    private static Blend levelled(Blend blend, List<Sequel> everybody) {
        return Levelling.of(blend, Outcomes.of(everybody, blend));
    }

    private int[][] chosenBy(List<Window> windows) {
        var best = new int[2][Stratum.values().length];
        for (Stratum stratum : Stratum.values()) {
            best[0][stratum.place()] = best(Task.NEW, stratum, windows);
            best[1][stratum.place()] = best(Task.REPEAT, stratum, windows);
        }
        return best;
    }

    List<Recipe> recipes() {
        return recipes;
    }

    /** The stretches of time that were judged by, in their order. */
    List<Sequel> judgedBy() {
        return windows.stream().map(Window::sequel).toList();
    }

    Rehearsal rehearsal(int window) {
        return windows.get(window).rehearsal();
    }

    Recipe chosen(boolean had, Stratum stratum) {
        return recipes.get(chosen[had ? 1 : 0][stratum.place()]);
    }

    /**
     * The recipe that gains most on the popularity of one half-life, person by person over all windows and less one standard
     * error, and was nowhere clearly behind it: what was lucky once is not taken. That popularity itself, where nothing
     * gains so.
     */
    private int best(Task task, Stratum stratum, List<Window> windows) {
        People of = people(task, People.of(stratum), windows) < FEWEST_PEOPLE ? People.ALL : People.of(stratum);
        int simple = simple(task, of, windows);
        int best = simple;
        double most = 0;
        List<Rehearsal> rehearsals = windows.stream().map(Window::rehearsal).toList();
        for (int r = 0; r < recipes.size(); r++) {
            double gain = SureGain.of(rehearsals, task, r, simple, of);
            if (!recipes.get(r).isBaseline() && gain > most) {
                best = r;
                most = gain;
            }
        }
        return best;
    }

    /** The popularity of one half-life that everything else must beat. */
    int simple(Task task, People of) {
        return simple(task, of, windows);
    }

    private int simple(Task task, People of, List<Window> windows) {
        return IntStream.range(0, recipes.size())
                .filter(r -> isPlain(recipes.get(r)))
                .boxed()
                .reduce((a, b) -> mean(task, b, of, windows) > mean(task, a, of, windows) ? b : a)
                .orElseThrow();
    }

    private static boolean isPlain(Recipe recipe) {
        return recipe.isBaseline() && !recipe.isFixed();
    }

    private static double mean(Task task, int recipe, People of, List<Window> windows) {
        return windows.stream()
                        .mapToDouble(w -> w.rehearsal().mean(task, recipe, of).mean())
                        .sum()
                / windows.size();
    }

    private static long people(Task task, People of, List<Window> windows) {
        return windows.stream()
                .mapToLong(w -> w.rehearsal().mean(task, 0, of).number())
                .min()
                .orElse(0);
    }

    /** What was chosen, fitted to everything. */
    Blend blend() {
        Examples all = Examples.joined(examples);
        return balance.applied(levelled(composed(chosen, new Blends(recipes, all)::of), everybody));
    }

    private static Blend composed(int[][] chosen, java.util.function.IntFunction<Blend> blends) {
        var blend = new Blend();
        for (Stratum stratum : Stratum.values()) {
            for (boolean had : new boolean[] {false, true}) {
                Blend own = blends.apply(chosen[had ? 1 : 0][stratum.place()]);
                blend.set(had, stratum, Blend.inSeason(own.weights(had, stratum)), own.start(had, stratum));
            }
        }
        return blend;
    }

    /** How what was chosen does in a window, fitted to what was before it. */
    Rehearsal rehearsalOfChosen(int window) {
        return new Rehearsal(windows.get(window).sequel(), List.of(balance.applied(levelled.get(window))));
    }

    /** How what the windows before the last would have chosen does in the last: no score is flattered by being chosen for it. */
    Optional<Rehearsal> rehearsalOfEarlierChoice() {
        if (windows.size() < 2) {
            return Optional.empty();
        }
        int last = windows.size() - 1;
        List<Window> before = windows.subList(0, last);
        List<Blend> earlier = levelled(chosenBy(before), windows);
        Blend blend = balance(earlier.subList(0, last), before).applied(earlier.get(last));
        return Optional.of(new Rehearsal(windows.get(last).sequel(), List.of(blend)));
    }

    /** What came of the chances of what was chosen in the last window. */
    Outcomes outcomes() {
        int last = everybody.size() - 1;
        return Outcomes.of(everybody.subList(last, last + 1), levelled.get(levelled.size() - 1));
    }

    int people() {
        return sequels.stream().mapToInt(sequel -> sequel.people().length).sum();
    }
}
