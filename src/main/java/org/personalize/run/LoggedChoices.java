package org.personalize.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.personalize.measure.Arm;
import org.personalize.measure.Interval;
import org.personalize.measure.OffPolicy;

/**
 * Decisions that were left to chance, each with its chance and with what came of it, to judge other ways of deciding by. What
 * is to be expected of a decision is always learned from other people's, so that nobody's luck speaks for itself.
 */
final class LoggedChoices {

    private static final int FOLDS = 5;
    private static final int NONE = -1;

    private final List<Choice> choices = new ArrayList<>();

    /** @param action what was decided, as a number from 0 on */
    private record Choice(int person, int action, double chance, double gain) {}

    void add(int person, int action, double chance, double gain) {
        choices.add(new Choice(person, action, chance, gain));
    }

    /** What the decisions earned as they were made. */
    Interval asMade() {
        return Interval.of(choices.stream().mapToDouble(Choice::gain).toArray());
    }

    /** What did best in all of them; -1 where there are none. */
    int best() {
        var all = new Expectation();
        choices.forEach(all::learn);
        return all.best();
    }

    /** What it would have earned always to do the same. */
    OffPolicy worthOf(int action) {
        return worth(i -> action, i -> choices.get(i).action() == action);
    }

    /** What it would have earned always to do what did best, found out each time from the decisions about other people. */
    OffPolicy worthOfBest() {
        List<Expectation> others = others();
        int[] best = others.stream().mapToInt(Expectation::best).toArray();
        return worth(others, i -> best[fold(i)], i -> choices.get(i).action() == best[fold(i)]);
    }

    /**
     * What another way would have earned, by the place at which decisions were added.
     *
     * @param other what it would have decided
     * @param isTheSame whether it would have made the very same decision
     */
    OffPolicy worth(IntUnaryOperator other, IntPredicate isTheSame) {
        return worth(others(), other, isTheSame);
    }

    private OffPolicy worth(List<Expectation> others, IntUnaryOperator other, IntPredicate isTheSame) {
        int n = choices.size();
        var weights = new double[n];
        var gains = new double[n];
        var forecasts = new double[n];
        var elsewhere = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            Choice choice = choices.get(i);
            weights[i] = isTheSame.test(i) ? 1 / choice.chance() : 0;
            sum += weights[i];
            gains[i] = choice.gain();
            forecasts[i] = others.get(fold(i)).of(choice.action());
            elsewhere[i] = others.get(fold(i)).of(other.applyAsInt(i));
        }
        // On average a weight is 1; what can be had several times, such as an hour on several days, counts once.
        for (int i = 0; i < n && sum > 0; i++) {
            weights[i] *= n / sum;
        }
        return OffPolicy.of(weights, gains, forecasts, elsewhere);
    }

    private int fold(int choice) {
        return choices.get(choice).person() % FOLDS;
    }

    /** For each fold, what the decisions about everybody else taught. */
    private List<Expectation> others() {
        List<Expectation> others = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            others.add(new Expectation());
        }
        for (Choice choice : choices) {
            for (int fold = 0; fold < FOLDS; fold++) {
                if (choice.person() % FOLDS != fold) {
                    others.get(fold).learn(choice);
                }
            }
        }
        return others;
    }

    /** What each kind of decision may be expected to bring: its own mean, drawn to that of all. */
    private static final class Expectation {

        /** How many decisions of the mean of all each kind is drawn to. */
        private static final double SHRINK = 20;

        private final Map<Integer, Arm> arms = new TreeMap<>();
        private double gains;
        private long number;

        void learn(Choice choice) {
            arms.computeIfAbsent(choice.action(), action -> new Arm()).add(choice.chance(), choice.gain());
            gains += choice.gain();
            number++;
        }

        double of(int action) {
            double mean = gains / Math.max(1, number);
            Arm arm = arms.get(action);
            return arm == null ? mean : (arm.mean() * arm.effective() + SHRINK * mean) / (arm.effective() + SHRINK);
        }

        int best() {
            int best = NONE;
            for (int action : arms.keySet()) {
                best = best == NONE || of(action) > of(best) ? action : best;
            }
            return best;
        }
    }
}
