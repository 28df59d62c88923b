package org.personalize.run;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.personalize.audience.Audience;
import org.personalize.measure.HourScore;
import org.personalize.rhythm.Hours;
import org.personalize.rhythm.Weekdays;
import org.personalize.taste.Ranking;

/** A way to decide when people are written to and what they are shown: the models', and the simple ones beside them. */
enum Policy {
    MODELS("the models"),
    SAME_FOR_ALL("the same for all"),
    OWN_HABITS("own habits");

    private static final double NEIGHBOUR = 0.1;

    private final String word;

    Policy(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** The hours as they were known at a moment. */
    Hours hours(Learned learned, double[] everybody, LaterDeeds before, Instant moment) {
        return switch (this) {
            case MODELS -> learned.hours();
            case SAME_FOR_ALL -> new FixedHours(everybody, person -> -1);
            case OWN_HABITS -> new FixedHours(everybody, person -> commonest(before, person, moment, everybody));
        };
    }

    Ranking ranking(Learned learned, LaterDeeds before, Instant moment) {
        double[] popular = learned.ranking().popular();
        return switch (this) {
            case MODELS -> learned.ranking();
            case SAME_FOR_ALL -> new Popular(popular);
            case OWN_HABITS -> new Again(popular, before, moment);
        };
    }

    /** What everybody's chances come to on average: the hours that one would take for all. */
    static double[] everybody(Hours hours, Audience audience) {
        var sums = new double[LaterDeeds.HOURS];
        for (int person = 0; person < audience.size(); person++) {
            if (audience.allowsPersonalization(person)) {
                double[] chances = hours.chances(person);
                for (int hour = 0; hour < sums.length; hour++) {
                    sums[hour] += chances[hour];
                }
            }
        }
        double total = Arrays.stream(sums).sum();
        return Arrays.stream(sums)
                .map(sum -> total > 0 ? sum / total : 1.0 / sums.length)
                .toArray();
    }

    /** The hour in which somebody was there on most days; of equals the one that is everybody's; -1 when unknown. */
    private static int commonest(LaterDeeds before, int person, Instant moment, double[] everybody) {
        int[] days = before.presence(person, Instant.EPOCH, moment);
        int best = -1;
        for (int hour = 0; hour < days.length; hour++) {
            boolean isOftener = days[hour] > 0
                    && (best < 0
                            || days[hour] > days[best]
                            || (days[hour] == days[best] && everybody[hour] > everybody[best]));
            best = isOftener ? hour : best;
        }
        return best;
    }

    /** One hour for a person, or everybody's hours. */
    private record FixedHours(double[] everybody, ToIntFunction<Integer> own) implements Hours {

        @Override
        public double[] chances(int person) {
            int hour = own.applyAsInt(person);
            if (hour < 0) {
                return everybody;
            }
            var chances = new double[LaterDeeds.HOURS];
            chances[hour] = 1 - 2 * NEIGHBOUR;
            chances[(hour + 1) % chances.length] = NEIGHBOUR;
            chances[(hour + chances.length - 1) % chances.length] = NEIGHBOUR;
            return chances;
        }

        @Override
        public double evidence(int person) {
            return 0;
        }

        @Override
        public boolean hasPersonalHour(int person) {
            return own.applyAsInt(person) >= 0;
        }

        @Override
        public double[] telling(int person, Weekdays days) {
            return chances(person);
        }
    }

    /** What most people like, for everybody. */
    private record Popular(double[] popular) implements Ranking {

        @Override
        public void score(int person, double[] scores) {
            System.arraycopy(popular, 0, scores, 0, popular.length);
        }

        @Override
        public double[] popular() {
            return popular;
        }

        @Override
        public String why(int person, int item) {
            return "popular";
        }
    }

    /** What somebody took before comes first, and then what most people like. */
    private record Again(double[] popular, LaterDeeds before, Instant moment) implements Ranking {

        /** More than two popular items' scores, logarithms of odds, are ever apart. */
        private static final double AHEAD = 1_000;

        @Override
        public void score(int person, double[] scores) {
            System.arraycopy(popular, 0, scores, 0, popular.length);
            Set<Integer> had = before.taken(person, Instant.EPOCH, moment);
            had.forEach(item -> scores[item] += AHEAD);
        }

        @Override
        public double[] popular() {
            return popular;
        }

        @Override
        public String why(int person, int item) {
            return "again";
        }
    }

    /** Whether mail at one hour finds somebody who is there at another. */
    static boolean isNear(int hour, int other) {
        return HourScore.distance(hour, other) <= 1;
    }
}
