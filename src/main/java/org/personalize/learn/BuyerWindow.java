package org.personalize.learn;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.personalize.audience.Audience;
import org.personalize.history.BuyerFeatures;
import org.personalize.history.History;

/**
 * What was known of people at the beginning of thirty days, and whether they bought in them.
 *
 * @param from the first second of the days; nothing from there on is in the features
 */
record BuyerWindow(long from, double[][] features, double[] bought) {

    static final long SECONDS = 30 * 86_400;

    /** More people teach nothing new about a dozen numbers. */
    private static final int MOST_PEOPLE = 50_000;

    /** Everybody of whom something was known before, or the first by lot where there are very many. */
    static BuyerWindow of(Audience audience, History history, long from) {
        var known = new BuyerFeatures(audience, history);
        int[] people = IntStream.of(audience.byLot())
                .filter(person -> isKnown(audience, history, person, from))
                .limit(MOST_PEOPLE)
                .toArray();
        var features = new double[people.length][];
        var bought = new double[people.length];
        IntStream.range(0, people.length).parallel().forEach(i -> {
            features[i] = known.of(people[i], from);
            bought[i] = known.buys(people[i], from, from + SECONDS) ? 1 : 0;
        });
        return new BuyerWindow(from, features, bought);
    }

    private static boolean isKnown(Audience audience, History history, int person, long from) {
        boolean hasPast = history.events(person) > 0 && history.second(history.event(person, 0)) < from;
        return hasPast && audience.allowsPersonalization(person);
    }

    int size() {
        return bought.length;
    }

    long buyers() {
        return IntStream.range(0, bought.length).filter(i -> bought[i] > 0).count();
    }

    String words() {
        return words(this, this);
    }

    /** From the beginning of one to the end of another. */
    static String words(BuyerWindow first, BuyerWindow last) {
        return day(first.from) + " to " + day(last.from + SECONDS - 1);
    }

    private static String day(long second) {
        return Instant.ofEpochSecond(second)
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
    }
}
