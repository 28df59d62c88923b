package org.personalize.taste;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.personalize.measure.Stratum;
import org.personalize.measure.Task;

/**
 * How much is taken from the log-odds of what a person did not have, before it stands in one list with what they had. Chances
 * that hold on average are too high for the best few of thousands, which are the best partly by luck; what a person had is
 * picked from a handful. Found where lists of both followed by what happened are there to try it on.
 */
final class Balance {

    /** Taken from the log-odds of the new; nothing first. */
    private static final double[] STEPS = {0, 0.5, 1, 1.5, 2, 3, -0.5};

    /** A stratum with fewer people than this to judge by goes with everybody. */
    private static final int FEWEST_PEOPLE = 100;

    private final double[] losses;

    private Balance(double[] losses) {
        this.losses = losses;
    }

    /** A moment and what followed it, and the blend whose balance is looked for there. */
    record Scene(Sequel sequel, Blend blend) {}

    static Balance of(List<Scene> scenes) {
        List<Rehearsal> rehearsals = scenes.stream()
                .map(scene -> new Rehearsal(scene.sequel(), tilted(scene.blend()), Set.of(Task.ALL)))
                .toList();
        var losses = new double[Stratum.values().length];
        for (Stratum stratum : People.KNOWN.strata()) {
            losses[stratum.place()] = STEPS[best(rehearsals, stratum)];
        }
        return new Balance(losses);
    }

    private static List<Blend> tilted(Blend blend) {
        return Arrays.stream(STEPS)
                .mapToObj(step -> {
                    var losses = new double[Stratum.values().length];
                    Arrays.fill(losses, step);
                    return blend.balanced(losses);
                })
                .toList();
    }

    private static int best(List<Rehearsal> rehearsals, Stratum stratum) {
        People own = People.of(stratum);
        boolean areFew =
                rehearsals.stream().anyMatch(r -> r.mean(Task.ALL, 0, own).number() < FEWEST_PEOPLE);
        People of = areFew ? People.KNOWN : own;
        int best = 0;
        double most = 0;
        for (int step = 1; step < STEPS.length; step++) {
            double gain = SureGain.of(rehearsals, Task.ALL, step, 0, of);
            if (gain > most) {
                best = step;
                most = gain;
            }
        }
        return best;
    }

    Blend applied(Blend blend) {
        return blend.balanced(losses);
    }
}
