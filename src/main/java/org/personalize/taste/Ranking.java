package org.personalize.taste;

/** What a person is likely to want. */
public interface Ranking {

    /**
     * The score of every item of the catalog for a person: the logarithm of the odds that they want it, never NaN; written
     * into {@code scores}.
     */
    void score(int person, double[] scores);

    /** The score of every item for somebody nothing is known about; the same array for everybody, to be read only. */
    double[] popular();

    /**
     * A short word on why an item is there for this person: {@code popular}, {@code category}, {@code interest}, {@code
     * again} for what they had before, {@code alike} and {@code together} for what is like it or goes with it.
     */
    String why(int person, int item);
}
