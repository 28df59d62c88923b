package org.personalize.rhythm;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * How a mail fades, and how ready everybody is at each hour, told apart: by when mails of each hour were answered and how
 * many still lay there unanswered. Each is learned in turns with the other until they hardly change any more.
 */
final class Ageing {

    private static final int ROUNDS = 300;

    /** How many reactions the usual weighs at an age and at an hour. */
    private static final double PRIOR = 1;

    private static final double FIRST_FADING_HOURS = 6;

    private final double[][] reactions = new double[Kernel.HOURS][Mails.OLDEST + 1];
    private final double[][] unanswered = new double[Kernel.HOURS][Mails.OLDEST + 1];
    private final double[] byAge = new double[Mails.OLDEST + 1];
    private double[] byHour = ReplyRhythm.meanOne(Clock.even());

    Ageing(MailSample sample, Fading fading, long until) {
        for (Ageing.Counts part : Portions.map(sample.size(), (from, to) -> count(sample, fading, until, from, to))) {
            for (int sent = 0; sent < Kernel.HOURS; sent++) {
                Clock.add(reactions[sent], part.reactions[sent]);
                Clock.add(unanswered[sent], part.unanswered[sent]);
            }
        }
        for (int age = 0; age < byAge.length; age++) {
            byAge[age] = StrictMath.exp(-age / FIRST_FADING_HOURS);
        }
        for (int round = 0; round < ROUNDS; round++) {
            learnHours();
            learnAges();
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Counts(double[][] reactions, double[][] unanswered) {}

    private static Counts count(MailSample sample, Fading fading, long until, int from, int to) {
        var counts = new Counts(new double[Kernel.HOURS][Mails.OLDEST + 1], new double[Kernel.HOURS][Mails.OLDEST + 1]);
        for (Mails own : sample.mails().subList(from, to)) {
            for (int mail = 0; mail < own.size(); mail++) {
                int sent = own.hourAt(mail, 0);
                double left = own.seconds()[mail] < until ? fading.at(own.seconds()[mail]) : 0;
                for (int age = 0; left > 0 && age <= own.watched(mail, until); age++) {
                    counts.unanswered[sent][age] += left;
                }
                if (left > 0 && own.isAnswered(mail, until)) {
                    counts.reactions[sent][own.ages()[mail]] += left * own.weights()[mail];
                }
            }
        }
        return counts;
    }

    /**
     * The same, now that each person's own hours are known. A mail that lies there unanswered for long is to people whose
     * hours had not come: where most mails are answered, it would else seem that mail is answered the sooner the older it is.
     *
     * @param readiness what a mail that lies there brings in reactions, by the place in the sample and the hour
     */
    void learnAgain(MailSample sample, Fading fading, long until, IntFunction<double[]> readiness) {
        var seen = new double[byAge.length];
        var foreseen = new double[byAge.length];
        for (double[][] part :
                Portions.map(sample.size(), (from, to) -> countAges(sample, fading, until, readiness, from, to))) {
            Clock.add(seen, part[0]);
            Clock.add(foreseen, part[1]);
        }
        System.arraycopy(Clock.shares(rates(seen, foreseen)), 0, byAge, 0, byAge.length);
        learnHours();
    }

    private static double[][] countAges(
            MailSample sample, Fading fading, long until, IntFunction<double[]> readiness, int from, int to) {
        var counts = new double[2][Mails.OLDEST + 1];
        for (int person = from; person < to; person++) {
            Mails own = sample.mails().get(person);
            double[] ready = readiness.apply(person);
            for (int mail = 0; mail < own.size(); mail++) {
                double left = own.seconds()[mail] < until ? fading.at(own.seconds()[mail]) : 0;
                for (int age = 0; left > 0 && age <= own.watched(mail, until); age++) {
                    counts[1][age] += left * ready[own.hourAt(mail, age)];
                }
                if (left > 0 && own.isAnswered(mail, until)) {
                    counts[0][own.ages()[mail]] += left * own.weights()[mail];
                }
            }
        }
        return counts;
    }

    private void learnHours() {
        var seen = new double[Kernel.HOURS];
        var foreseen = new double[Kernel.HOURS];
        for (int sent = 0; sent < Kernel.HOURS; sent++) {
            for (int age = 0; age < byAge.length; age++) {
                int hour = (sent + age) % Kernel.HOURS;
                seen[hour] += reactions[sent][age];
                foreseen[hour] += unanswered[sent][age] * byAge[age];
            }
        }
        byHour = ReplyRhythm.meanOne(rates(seen, foreseen));
    }

    private void learnAges() {
        var seen = new double[byAge.length];
        var foreseen = new double[byAge.length];
        for (int sent = 0; sent < Kernel.HOURS; sent++) {
            for (int age = 0; age < byAge.length; age++) {
                seen[age] += reactions[sent][age];
                foreseen[age] += unanswered[sent][age] * byHour[(sent + age) % Kernel.HOURS];
            }
        }
        System.arraycopy(Clock.shares(rates(seen, foreseen)), 0, byAge, 0, byAge.length);
    }

    /** What was seen for what was to be foreseen, drawn a little towards the rate of all. */
    private static double[] rates(double[] seen, double[] foreseen) {
        double all = (Clock.sum(seen) + 1) / (Clock.sum(foreseen) + 1);
        var rates = new double[seen.length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = (seen[i] + PRIOR) / (foreseen[i] + PRIOR / all);
        }
        return rates;
    }

    /** How a mail fades, hour by hour; sums to 1. */
    double[] byAge() {
        return Arrays.copyOf(byAge, byAge.length);
    }

    /** How ready everybody is at each hour; 1 on average. */
    double[] byHour() {
        return Arrays.copyOf(byHour, byHour.length);
    }

    /** What a mail brings in reactions where the hour is like any other. */
    double eagerness() {
        double seen = 0;
        double foreseen = 0;
        for (int sent = 0; sent < Kernel.HOURS; sent++) {
            for (int age = 0; age < byAge.length; age++) {
                seen += reactions[sent][age];
                foreseen += unanswered[sent][age] * byAge[age] * byHour[(sent + age) % Kernel.HOURS];
            }
        }
        return (seen + 1) / (foreseen + 1);
    }
}
