package org.personalize.plan;

import java.util.Arrays;

/** The chances of the 24 hours for everybody together, for those who have none of their own. */
final class CommonHours {

    private static final int HOURS_A_DAY = 24;

    private CommonHours() {}

    /** Where nothing is known of anybody. */
    static double[] none() {
        return new double[HOURS_A_DAY];
    }

    /**
     * Summed over everybody who has a mail and whose reactions may be used; portion by portion, because sums of doubles depend
     * on their order.
     */
    static double[] of(Planning planning, Draft draft) {
        double[][] sums = new double[Chunks.count(draft.size())][HOURS_A_DAY];
        if (planning.campaign().schedule().isGiven()) {
            Chunks.each(draft.size(), (chunk, from, to) -> {
                for (int person = from; person < to; person++) {
                    boolean hasMail = draft.isPlanned(person) || draft.isKept(person);
                    if (hasMail && planning.audience().allowsPersonalization(person)) {
                        add(planning.hours().chances(person), sums[chunk]);
                    }
                }
            });
        }
        double[] common = none();
        Arrays.stream(sums).forEach(sum -> add(sum, common));
        double total = Arrays.stream(common).sum();
        return total > 0 ? Arrays.stream(common).map(chance -> chance / total).toArray() : common;
    }

    private static void add(double[] more, double[] sum) {
        for (int hour = 0; hour < HOURS_A_DAY; hour++) {
            sum[hour] += more[hour];
        }
    }
}
