package org.personalize.history;

/** A number for each campaign, forgotten at once when the next person's turn comes. */
final class LatestByCampaign {

    private final long[] values;
    private final int[] rounds;
    private int round;

    /** @param campaigns how many have a name; number 0 stands for none */
    LatestByCampaign(int campaigns) {
        values = new long[campaigns + 1];
        rounds = new int[campaigns + 1];
    }

    void clear() {
        round++;
    }

    void put(int campaign, long value) {
        values[campaign] = value;
        rounds[campaign] = round;
    }

    long of(int campaign, long otherwise) {
        return rounds[campaign] == round ? values[campaign] : otherwise;
    }
}
