package org.personalize.taste;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.personalize.measure.Choice;
import org.personalize.measure.Interval;
import org.personalize.measure.Task;
import org.personalize.measure.Trial;
import org.personalize.measure.Work;

/**
 * The settings with which items are linked: tried on what followed the earliest moment, before anything else is. What does
 * not gain clearly on the usual setting is not taken, and where the log is too large for the work that may be done, the
 * usual ones are used untried.
 */
final class Kinships {

    private static final String NEW = "NDCG@10 " + Task.NEW.word();

    /** Few enough to be tried in a moment, and enough to tell whether links should be bold or careful. */
    private static final int MOST_TRIED_ITEMS = 1_000;

    private static final int MOST_PEOPLE = 600;

    /** Of all work, the share that trying neighbours may take. */
    private static final double NEIGHBOUR_SHARE = 0.1;

    private final int mostItems;
    private final Way<Double> linear;
    private final Way<Neighbours> neighbours;
    private final List<Choice> choices;

    private Kinships(int mostItems, Way<Double> linear, Way<Neighbours> neighbours, List<Choice> choices) {
        this.mostItems = mostItems;
        this.linear = linear;
        this.neighbours = neighbours;
        this.choices = List.copyOf(choices);
    }

    /** How firmly the linear model is held back, the usual way first. */
    private enum Hold {
        USUAL("as usual (λ = 300)", 300),
        LITTLE("boldly (λ = 50)", 50),
        MUCH("carefully (λ = 1500)", 1_500);

        private final String words;
        private final double lambda;

        Hold(String words, double lambda) {
            this.words = words;
            this.lambda = lambda;
        }
    }

    /**
     * How links are learned.
     *
     * @param isWide whether from what people only looked at, too
     */
    private record Way<T>(T setting, boolean isWide) {}

    /** One way with the lists it makes. */
    private record Tried<T>(Way<T> way, String name, Rehearsal lists) {}

    /** @param cut the earliest moment, and until when to look at what followed it */
    static Kinships chosen(Ground ground, int cut, int until, int mostItems, Work work) {
        Had had = Had.before(ground.wants(), cut, ground.items());
        Kin none = Kin.none(ground.items());
        Sequel scene = Sequel.of(ground.at(cut, none, none), until, MOST_PEOPLE);
        int few = Math.min(mostItems, MOST_TRIED_ITEMS);
        List<Choice> choices = new ArrayList<>();
        List<Tried<Double>> linear = new ArrayList<>();
        for (Hold hold : Hold.values()) {
            Kin kin = new LinearItems(hold.lambda, few, Inverse.best()).learn(had);
            linear.add(new Tried<>(
                    new Way<>(hold.lambda, false), hold.words, lists(scene.linked(kin, none), Clue.LINEAR)));
        }
        List<Tried<Neighbours>> near = new ArrayList<>();
        boolean areFew = had.meetings() * Neighbours.ALL.size()
                <= work.share(NEIGHBOUR_SHARE).operations();
        for (Neighbours setting : areFew ? Neighbours.ALL : List.of(Neighbours.USUAL)) {
            near.add(new Tried<>(
                    new Way<>(setting, false),
                    setting.name(),
                    lists(scene.linked(none, setting.learn(had)), Clue.NEIGHBOURS)));
        }
        Had wide = Had.orLookedAt(ground.wants(), cut, ground.items());
        if (wide.pairs() > had.pairs()
                && wide.meetings() <= work.share(NEIGHBOUR_SHARE).operations()) {
            Kin kin = new LinearItems(Hold.USUAL.lambda, few, Inverse.best()).learn(wide);
            linear.add(new Tried<>(
                    new Way<>(Hold.USUAL.lambda, true),
                    "as usual, of what people looked at, too",
                    lists(scene.linked(kin, none), Clue.LINEAR)));
            near.add(new Tried<>(
                    new Way<>(Neighbours.USUAL, true),
                    "as usual, of what people looked at, too",
                    lists(scene.linked(none, Neighbours.USUAL.learn(wide)), Clue.NEIGHBOURS)));
        }
        String when = TastePapers.when(scene);
        Way<Double> lambda = best("how boldly items are weighed against each other", when, linear, choices);
        Way<Neighbours> neighbours = best("how items that the same people had are linked", when, near, choices);
        return new Kinships(mostItems, lambda, neighbours, choices);
    }

    private static Rehearsal lists(Sequel sequel, Clue clue) {
        return new Rehearsal(sequel, List.of(Recipe.alone(clue).blend(new Examples())), Set.of(Task.NEW));
    }

    private static <T> Way<T> best(String question, String when, List<Tried<T>> tried, List<Choice> choices) {
        Tried<T> usual = tried.get(0);
        Tried<T> best = usual;
        double most = 0;
        for (Tried<T> one : tried) {
            double gain = SureGain.of(one.lists(), usual.lists(), Task.NEW, People.KNOWN);
            if (gain > most) {
                best = one;
                most = gain;
            }
        }
        Function<Tried<T>, Interval> score = one -> one.lists().mean(Task.NEW, 0, People.KNOWN);
        List<Trial> trials = tried.stream()
                .map(one -> new Trial(one.name(), when, People.KNOWN.word(), NEW, score.apply(one), one.equals(usual)))
                .filter(trial -> trial.score().number() > 0)
                .toList();
        choices.add(new Choice(question, best.name(), why(best.equals(usual), tried.size()), trials));
        return best.way();
    }

    private static String why(boolean isUsual, int tried) {
        if (tried < 2) {
            return "the usual setting; the log is too large to try others in the time given";
        }
        return isUsual
                ? "the usual setting; nothing else was clearly better in the earliest stretch of time"
                : "it was clearly better than the usual setting in the earliest stretch of time";
    }

    /** What is known at a moment, with links learned of what was before it. */
    Moment learnedAt(Ground ground, int cut) {
        Had had = Had.before(ground.wants(), cut, ground.items());
        Had wide = linear.isWide() || neighbours.isWide() ? Had.orLookedAt(ground.wants(), cut, ground.items()) : had;
        Kin links = new LinearItems(linear.setting(), mostItems, Inverse.best()).learn(linear.isWide() ? wide : had);
        return ground.at(cut, links, neighbours.setting().learn(neighbours.isWide() ? wide : had));
    }

    List<Choice> choices() {
        return choices;
    }
}
