package org.personalize.plan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Who could go from one slot to another at the least loss. For each pair of slots the few best are kept, and looked up
 * anew when they are used up.
 */
final class Moves {

    /** The loss where nobody could go. */
    static final int IMPOSSIBLE = Integer.MAX_VALUE;

    private static final int MOST_KEPT = 128;
    private static final int LEAST_KEPT = 8;
    private static final int KEPT_IN_ALL = 1 << 21;

    private final Crowd crowd;
    private final int slots;
    private final int kept;
    private final @Nullable Few[][] from;
    private long steps;

    Moves(Crowd crowd) {
        this.crowd = crowd;
        slots = crowd.nowhere() + 1;
        long pairs = (long) slots * slots;
        kept = (int) Math.max(LEAST_KEPT, Math.min(MOST_KEPT, KEPT_IN_ALL / pairs));
        from = new @Nullable Few[slots][];
    }

    /** How many pairs of a bidder and a slot were looked at. */
    long steps() {
        return steps;
    }

    /** What it costs in worth to move the next one; may be below zero, or {@link #IMPOSSIBLE}. */
    int loss(int slot, int other) {
        Few few = few(slot, other);
        return few.isEmpty() ? IMPOSSIBLE : few.loss();
    }

    /** The bidder who loses so little; only where somebody could go. */
    int who(int slot, int other) {
        return few(slot, other).bidder();
    }

    /** Moves so many of a bidder's people. */
    void move(int bidder, int slot, int other, int count) {
        boolean isNew = crowd.in(bidder, other) == 0;
        crowd.move(bidder, slot, other, count);
        Few[] those = from[other];
        if (isNew && those != null) {
            consider(bidder, other, those);
        }
    }

    private Few few(int slot, int other) {
        Few[] those = from[slot];
        if (those == null) {
            those = look(slot);
        }
        Few few = those[other];
        few.forgetThoseWhoLeft(crowd, slot);
        if (few.isEmpty() && !few.isComplete()) {
            few = look(slot)[other];
        }
        return few;
    }

    private Few[] look(int slot) {
        Few[] those = from[slot];
        if (those == null) {
            those = new Few[slots];
            Arrays.setAll(those, other -> new Few(kept));
            from[slot] = those;
        }
        for (Few few : those) {
            few.clear();
        }
        for (int bidder : crowd.in(slot)) {
            consider(bidder, slot, those);
        }
        return those;
    }

    private void consider(int bidder, int slot, Few[] those) {
        steps += slots;
        int worth = crowd.worth(bidder, slot);
        for (int other = 0; other < slots; other++) {
            int there = other == slot ? Bids.FORBIDDEN : crowd.worth(bidder, other);
            if (there != Bids.FORBIDDEN) {
                those[other].offer(bidder, worth - there);
            }
        }
    }

    /** The few of a slot who lose least by going to another, the least first. */
    private static final class Few {

        private final int[] bidders;
        private final int[] losses;
        private int first;
        private int end;
        private boolean isComplete;

        /** Whoever is not here loses as much as this, or more. */
        private int rest;

        Few(int most) {
            bidders = new int[most];
            losses = new int[most];
            clear();
        }

        void clear() {
            first = 0;
            end = 0;
            isComplete = true;
            rest = IMPOSSIBLE;
        }

        boolean isEmpty() {
            return first == end;
        }

        boolean isComplete() {
            return isComplete;
        }

        int loss() {
            return losses[first];
        }

        int bidder() {
            return bidders[first];
        }

        void forgetThoseWhoLeft(Crowd crowd, int slot) {
            while (first < end && crowd.in(bidders[first], slot) == 0) {
                first++;
            }
        }

        void offer(int bidder, int loss) {
            if (loss >= rest) {
                return;
            }
            if (end == bidders.length && first > 0) {
                System.arraycopy(bidders, first, bidders, 0, end - first);
                System.arraycopy(losses, first, losses, 0, end - first);
                end -= first;
                first = 0;
            }
            if (end == bidders.length) {
                end--;
                isComplete = false;
                rest = Math.max(loss, losses[end]);
                if (loss >= losses[end]) {
                    end++;
                    return;
                }
            }
            insert(bidder, loss);
        }

        private void insert(int bidder, int loss) {
            int place = end++;
            while (place > first && losses[place - 1] > loss) {
                bidders[place] = bidders[place - 1];
                losses[place] = losses[place - 1];
                place--;
            }
            bidders[place] = bidder;
            losses[place] = loss;
        }
    }
}
