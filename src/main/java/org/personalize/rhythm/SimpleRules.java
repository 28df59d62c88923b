package org.personalize.rhythm;

import java.util.Arrays;

/** The rules of thumb that every model must beat, as they would have been on the day of a split. */
final class SimpleRules {

    /** How many observations everybody's hours weigh in the mixture with a person's own. */
    private static final double DIRICHLET_ALPHA = 5;

    private final HourWindow window;
    private final double[] everybody;

    SimpleRules(HourWindow window) {
        this.window = window;
        var sums = new double[Kernel.HOURS];
        Arrays.fill(sums, 1);
        window.sample().byHour(window.fading(Fading.NEVER), window.cut()).forEach(hours -> Clock.add(sums, hours));
        everybody = Clock.shares(sums);
    }

    /** What everybody does. */
    double[] oneHour() {
        return everybody;
    }

    /** The hour in which a person was most often active; everybody's where nothing is known. */
    double[] commonest(int i) {
        double[] own = window.before(i, Fading.NEVER);
        if (Clock.sum(own) == 0) {
            return everybody;
        }
        int best = 0;
        for (int h = 1; h < Kernel.HOURS; h++) {
            boolean isOftener = own[h] > own[best] || (own[h] == own[best] && everybody[h] > everybody[best]);
            best = isOftener ? h : best;
        }
        // Its neighbours get a little, so that the hour around which most lies is this one and not the one before.
        var chances = new double[Kernel.HOURS];
        chances[best] = 0.8;
        chances[(best + 1) % Kernel.HOURS] = 0.1;
        chances[(best + Kernel.HOURS - 1) % Kernel.HOURS] = 0.1;
        return chances;
    }

    /** A person's own hours, drawn towards everybody's. */
    double[] dirichlet(int i) {
        double[] own = window.before(i, Fading.NEVER);
        return OwnHours.drawn(own, Clock.sum(own), everybody, DIRICHLET_ALPHA);
    }
}
