package org.personalize.history;

/** A rating without a condition counts from 70 % of the scale's top, and the top is seen in the ratings themselves. */
final class RatingScale {

    private static final double[] USUAL_TOPS = {1, 5, 10, 20, 100};
    private static final double GOOD_SHARE = 0.7;

    private final EventColumns columns;
    private final int weight;

    RatingScale(EventColumns columns, int weight) {
        this.columns = columns;
        this.weight = weight;
    }

    void settle() {
        double good = GOOD_SHARE * top();
        for (int i = 0; i < columns.size(); i++) {
            int mark = columns.marks.get(i);
            if (Mark.weight(mark) == Signals.PENDING) {
                columns.marks.set(i, Mark.withWeight(mark, columns.values.get(i) >= good ? weight : 0));
            }
        }
    }

    private double top() {
        double highest = 0;
        for (int i = 0; i < columns.size(); i++) {
            double value = columns.values.get(i);
            boolean isRating = Mark.kind(columns.marks.get(i)) == Kind.RATING;
            highest = isRating && value > highest ? value : highest;
        }
        for (double top : USUAL_TOPS) {
            if (highest <= top) {
                return top;
            }
        }
        return highest;
    }
}
