package org.personalize.report;

/**
 * What one person did while a comparison ran, and before. One of these is filled again for each person, since there are
 * millions.
 */
final class PersonDeeds {

    private int daysHappened;
    private final double[] revenueOn = new double[Tested.WEEKDAYS];
    private double revenue;
    private double revenueBefore;
    private boolean hasBoughtBefore;

    void clear() {
        daysHappened = 0;
        revenue = 0;
        revenueBefore = 0;
        hasBoughtBefore = false;
        java.util.Arrays.fill(revenueOn, 0);
    }

    /** @param weekday 0 for Monday, by the clock of the person */
    void happen(int weekday) {
        daysHappened |= 1 << weekday;
    }

    void spend(int weekday, double value) {
        revenue += value;
        revenueOn[weekday] += value;
    }

    void buyBefore(double value) {
        hasBoughtBefore = true;
        revenueBefore += value;
    }

    boolean happened() {
        return daysHappened != 0;
    }

    boolean happenedOn(int weekday) {
        return (daysHappened & 1 << weekday) != 0;
    }

    double revenue() {
        return revenue;
    }

    double revenueOn(int weekday) {
        return revenueOn[weekday];
    }

    boolean boughtBefore() {
        return hasBoughtBefore;
    }

    double revenueBefore() {
        return revenueBefore;
    }
}
