package org.personalize.rhythm;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Audience;
import org.personalize.audience.Customer;
import org.personalize.history.History;

/**
 * The hours at which people are active, as a stand-in for the hours at which they read: it says nothing of how a mail at
 * that hour would do, only that the person is usually there. Each person's own hours, spread around the clock, are
 * mixed with those of their country and language, and these with everybody's:
 *
 * <pre>p = (Σ kernel + α · base) / (n + α)</pre>
 *
 * so that somebody nothing is known about gets everybody's hours, and twenty own visits outweigh them. Every part is
 * spread with the same kernel, which is why one more visit at an hour never makes that hour less likely.
 */
public final class ActivityHours implements Hours {

    /** The kernel's concentration. */
    private static final double KAPPA = 8;

    /** How many visits everybody's hours weigh against a person's own. */
    private static final double ALPHA = 6;

    /** How many visits everybody's hours weigh against those of a country and language. */
    private static final double SEGMENT_ALPHA = 100;

    /** More segments than any business has; a column that holds something else than countries must not fill the memory. */
    private static final int MOST_SEGMENTS = 2_000;

    private static final double LEAST_EVIDENCE = 3;
    private static final double LEAST_GAIN = 1.02;

    private final Audience audience;
    private final Activity activity;
    private final Kernel kernel = new Kernel(KAPPA);
    private final double[] everybody;
    private final int bestForAll;
    private final Map<String, double[]> bases = new HashMap<>();

    public ActivityHours(Audience audience, History history, Instant now) {
        this.audience = audience;
        activity = new Activity(audience, history, now);
        Map<String, double[]> segments = new HashMap<>();
        var all = new double[Kernel.HOURS];
        for (int person = 0; person < audience.size(); person++) {
            double[] weights = activity.of(person);
            add(all, weights);
            add(segmentOf(person, segments), weights);
        }
        var evenly = new double[Kernel.HOURS];
        Arrays.fill(evenly, 1.0 / Kernel.HOURS);
        everybody = mix(all, evenly, ALPHA);
        bestForAll = best(everybody);
        segments.forEach((segment, weights) -> bases.put(segment, mix(weights, everybody, SEGMENT_ALPHA)));
    }

    private double @Nullable [] segmentOf(int person, Map<String, double[]> segments) {
        String segment = segment(person);
        if (segments.size() >= MOST_SEGMENTS && !segments.containsKey(segment)) {
            return null;
        }
        return segments.computeIfAbsent(segment, s -> new double[Kernel.HOURS]);
    }

    private String segment(int person) {
        Customer customer = audience.customer(person);
        return customer.text("country") + "/" + customer.language();
    }

    private static void add(double @Nullable [] sums, double[] weights) {
        for (int h = 0; sums != null && h < sums.length; h++) {
            sums[h] += weights[h];
        }
    }

    private double[] mix(double[] weights, double[] base, double alpha) {
        double n = sum(weights);
        if (n == 0) {
            return base.clone();
        }
        double[] mixed = kernel.spread(weights);
        for (int h = 0; h < mixed.length; h++) {
            mixed[h] = (mixed[h] + alpha * base[h]) / (n + alpha);
        }
        return mixed;
    }

    @Override
    public double[] chances(int person) {
        return mix(activity.of(person), around(person), ALPHA);
    }

    @Override
    public double evidence(int person) {
        return sum(activity.of(person));
    }

    @Override
    public boolean hasPersonalHour(int person) {
        double[] weights = activity.of(person);
        double[] base = around(person);
        return isPersonal(weights, mix(weights, base, ALPHA), base);
    }

    @Override
    public double[] telling(int person) {
        double[] weights = activity.of(person);
        double[] base = around(person);
        double[] own = mix(weights, base, ALPHA);
        return isPersonal(weights, own, base) ? own : base.clone();
    }

    private double[] around(int person) {
        return bases.getOrDefault(segment(person), everybody);
    }

    /** At least three recent visits, and a best hour that they make at least 2 % likelier than the best hour around them. */
    private static boolean isPersonal(double[] weights, double[] own, double[] base) {
        return sum(weights) >= LEAST_EVIDENCE && own[best(own)] >= LEAST_GAIN * own[best(base)];
    }

    /** The hour at which most people are active. */
    public int bestForAll() {
        return bestForAll;
    }

    private static int best(double[] chances) {
        int best = 0;
        for (int h = 1; h < chances.length; h++) {
            best = chances[h] > chances[best] ? h : best;
        }
        return best;
    }

    private static double sum(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }
}
