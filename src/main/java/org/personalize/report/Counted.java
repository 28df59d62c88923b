package org.personalize.report;

import org.personalize.measure.Interval;
import org.personalize.measure.Share;
import org.personalize.measure.Spending;

/** Adds up one side of a comparison, person by person. */
final class Counted {

    private long people;
    private long happened;
    private double sum;
    private double squares;

    void add(boolean hasHappened, double revenue) {
        people++;
        happened += hasHappened ? 1 : 0;
        sum += revenue;
        squares += revenue * revenue;
    }

    long people() {
        return people;
    }

    Share share() {
        return Share.of(happened, people);
    }

    Spending spending() {
        return new Spending(people, sum, squares);
    }

    Arm arm(String name) {
        return new Arm(name, share(), spending().interval());
    }

    /** Of people of whom nothing may be told but how many they are. */
    Arm silent(String name) {
        return new Arm(name, new Share(0, people, 0, 1), new Interval(0, 0, 0, 0));
    }
}
