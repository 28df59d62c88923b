package org.personalize.plan;

import java.util.Arrays;

/** One in so many of the people of some bids, evenly out of all. */
final class Part implements Bids {

    private final Bids all;
    private final int[] bidders;
    private final int[] people;

    private Part(Bids all, int[] bidders, int[] people) {
        this.all = all;
        this.bidders = bidders;
        this.people = people;
    }

    static Part of(Bids all, int one) {
        int[] bidders = new int[all.size()];
        int[] people = new int[all.size()];
        int size = 0;
        long before = one / 2;
        for (int bidder = 0; bidder < all.size(); bidder++) {
            long after = before + all.people(bidder);
            int count = (int) (after / one - before / one);
            if (count > 0) {
                bidders[size] = bidder;
                people[size++] = count;
            }
            before = after;
        }
        return new Part(all, Arrays.copyOf(bidders, size), Arrays.copyOf(people, size));
    }

    @Override
    public int size() {
        return bidders.length;
    }

    @Override
    public int people(int bidder) {
        return people[bidder];
    }

    @Override
    public int worth(int bidder, int slot) {
        return all.worth(bidders[bidder], slot);
    }
}
