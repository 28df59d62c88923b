package org.personalize.rhythm;

import java.util.Arrays;

/** A few daily rhythms that between them describe everybody. */
final class Mixture {

    /** Chances as far below the highest, as a logarithm, are none. */
    private static final double IMPOSSIBLE = 30;

    private static final double NEGLIGIBLE = 1e-9;

    private final double[][] rhythms;
    private final double[][] logs;
    private final double[] shares;

    /**
     * @param rhythms the hours of each: shares of a day's activity, or how much readier to react than at any hour; above 0
     * @param shares how many people follow each; sums to 1
     */
    Mixture(double[][] rhythms, double[] shares) {
        this.rhythms = rhythms;
        this.shares = shares;
        logs = new double[rhythms.length][];
        for (int k = 0; k < rhythms.length; k++) {
            logs[k] = Arrays.stream(rhythms[k]).map(StrictMath::log).toArray();
        }
    }

    int size() {
        return shares.length;
    }

    double[][] rhythms() {
        return rhythms;
    }

    double[] shares() {
        return shares;
    }

    /** The same with no rhythm more pointed than a kernel. */
    Mixture blunted(Kernel kernel) {
        double[][] blunted = Arrays.stream(rhythms)
                .map(rhythm -> OwnHours.blunted(rhythm, kernel))
                .toArray(double[][]::new);
        return new Mixture(blunted, shares);
    }

    /**
     * How likely it is that somebody follows each rhythm, given what they did at which hours.
     *
     * @param prior how likely it was before
     */
    double[] followed(double[] prior, double[] observed) {
        return followed(prior, observed, seen(observed));
    }

    private double[] followed(double[] prior, double[] observed, int[] seen) {
        var chances = new double[prior.length];
        for (int k = 0; k < chances.length; k++) {
            double sum = StrictMath.log(prior[k]);
            for (int h : seen) {
                sum += observed[h] * logs[k][h];
            }
            chances[k] = sum;
        }
        return normalized(chances);
    }

    /** The hours at which something happened: few, and all that need to be looked at. */
    private static int[] seen(double[] observed) {
        int[] seen = new int[Kernel.HOURS];
        int size = 0;
        for (int h = 0; h < Kernel.HOURS; h++) {
            if (observed[h] != 0) {
                seen[size++] = h;
            }
        }
        return Arrays.copyOf(seen, size);
    }

    /**
     * Adds to the sums of each rhythm what somebody did at each hour as far as they follow it, and after the hours how far
     * that is.
     */
    void addFollower(double[][] sums, double[] observed) {
        int[] seen = seen(observed);
        double[] followed = followed(shares, observed, seen);
        for (int k = 0; k < followed.length; k++) {
            if (followed[k] > NEGLIGIBLE) {
                for (int h : seen) {
                    sums[k][h] += followed[k] * observed[h];
                }
                sums[k][Kernel.HOURS] += followed[k];
            }
        }
    }

    /**
     * The same, given also how much there was to react to at each hour.
     *
     * @param eagerness of people of whom nothing is known
     */
    double[] followed(Mails.Tally tally, Eagerness eagerness) {
        var chances = new double[shares.length];
        int[] seen = seen(tally.reactions());
        double reactions = Clock.sum(tally.reactions());
        for (int k = 0; k < chances.length; k++) {
            double sum = StrictMath.log(shares[k]);
            for (int h : seen) {
                sum += tally.reactions()[h] * logs[k][h];
            }
            chances[k] = sum + eagerness.logLikelihood(reactions, Clock.product(tally.exposure(), rhythms[k]));
        }
        return normalized(chances);
    }

    /** Chances in proportion to the exponentials of these, in place. */
    private static double[] normalized(double[] logs) {
        double most = Arrays.stream(logs).max().orElse(0);
        double sum = 0;
        for (int k = 0; k < logs.length; k++) {
            logs[k] = logs[k] < most - IMPOSSIBLE ? 0 : StrictMath.exp(logs[k] - most);
            sum += logs[k];
        }
        for (int k = 0; k < logs.length; k++) {
            logs[k] /= sum;
        }
        return logs;
    }

    /** The hours of somebody who follows the rhythms to these degrees. */
    double[] blend(double[] followed) {
        var blend = new double[Kernel.HOURS];
        for (int k = 0; k < followed.length; k++) {
            for (int h = 0; h < Kernel.HOURS; h++) {
                blend[h] += followed[k] * rhythms[k][h];
            }
        }
        return blend;
    }
}
