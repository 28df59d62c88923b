package org.personalize.plan;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Shares out slots so that the sum of their worth is the greatest there can be: everybody first has the slot that is worth
 * most to them beyond its price; then, as long as somewhere are too many, one of them moves along the chain of moves that
 * costs least, and the prices follow. With the last one moved nobody can gain by any exchange: the method of successive
 * shortest paths, on a network of as many nodes as there are slots and days.
 *
 * <p>Prices that are nearly right leave little to move, so a part of the people is settled first, and its prices are where
 * the others begin.
 */
final class Assignment {

    /** One in so many, and then in a quarter as many, until it is everybody. */
    private static final int STEP = 4;

    private static final int FEWEST_PEOPLE = 4_000;

    private static final long FAR = Long.MAX_VALUE / 4;
    private static final int NONE = -1;

    private final Bids bids;
    private final Rooms rooms;
    private final Tree tree;
    private final Crowd crowd;
    private final Moves moves;
    private final long[] prices;
    private final long[] flow;
    private final long[] excess;
    private final long[] distance;
    private final int[] before;
    private final boolean[] isSettled;
    private final long mostSteps;
    private long steps;

    private Assignment(Bids bids, Rooms rooms, long[] prices, long mostSteps) {
        this.bids = bids;
        this.rooms = rooms;
        this.prices = prices;
        this.mostSteps = mostSteps;
        tree = new Tree(rooms);
        crowd = new Crowd(bids, rooms.slots());
        moves = new Moves(crowd);
        flow = new long[tree.size()];
        excess = new long[tree.size()];
        distance = new long[tree.size()];
        before = new int[tree.size()];
        isSettled = new boolean[tree.size()];
    }

    /**
     * @param mostSteps how much may be looked at; whatever is not settled then goes where there is room, and is a little
     *     short of the best
     */
    static Assignment of(Bids bids, Rooms rooms, long mostSteps) {
        long people = IntStream.range(0, bids.size()).mapToLong(bids::people).sum();
        int one = 1;
        while (people / one > STEP * FEWEST_PEOPLE) {
            one *= STEP;
        }
        long[] prices = new long[new Tree(rooms).size()];
        for (; one > 1; one /= STEP) {
            var part = new Assignment(Part.of(bids, one), rooms.part(one), prices, mostSteps);
            part.settle();
            prices = part.levelled();
        }
        var all = new Assignment(bids, rooms, prices, mostSteps);
        if (!all.settle()) {
            new Overflow(all.crowd, rooms).clear();
        }
        return all;
    }

    Crowd crowd() {
        return crowd;
    }

    /** What somebody who did not take part would have had by the prices; behind the last slot for nothing. */
    int best(IntUnaryOperator worth) {
        return best(worth, levelled());
    }

    /** The sum of the worth of what everybody got. */
    long worth() {
        long[] sums = new long[Chunks.count(bids.size())];
        Chunks.each(bids.size(), (chunk, from, to) -> {
            for (int bidder = from; bidder < to; bidder++) {
                for (int slot = 0; slot < rooms.slots(); slot++) {
                    int people = crowd.in(bidder, slot);
                    sums[chunk] += people == 0 ? 0 : (long) people * bids.worth(bidder, slot);
                }
            }
        });
        return Arrays.stream(sums).sum();
    }

    /** What no sharing out could exceed, by the prices: the dual of the assignment. */
    long bound() {
        long[] level = levelled();
        long[] sums = new long[Chunks.count(bids.size())];
        Chunks.each(bids.size(), (chunk, from, to) -> {
            for (int bidder = from; bidder < to; bidder++) {
                int best = best(bidder, level);
                long gain = best == crowd.nowhere() ? 0 : bids.worth(bidder, best) - level[best];
                sums[chunk] += bids.people(bidder) * Math.max(0, gain);
            }
        });
        long bound = Arrays.stream(sums).sum();
        for (int node = 0; node < tree.root(); node++) {
            if (node != crowd.nowhere()) {
                bound += tree.room(node) * Math.max(0, level[node] - level[tree.parent(node)]);
            }
        }
        return bound;
    }

    /** The prices with that of no slot at all at 0. */
    private long[] levelled() {
        long zero = prices[tree.root()];
        long[] level = Arrays.stream(prices).map(price -> price - zero).toArray();
        level[crowd.nowhere()] = 0;
        return level;
    }

    /** False when there was more to look at than permitted. */
    private boolean settle() {
        long[] first = prices.clone();
        int[] wish = new int[bids.size()];
        Chunks.each(bids.size(), (chunk, from, to) -> {
            for (int bidder = from; bidder < to; bidder++) {
                wish[bidder] = best(bidder, first);
            }
        });
        for (int bidder = 0; bidder < wish.length; bidder++) {
            crowd.put(bidder, wish[bidder]);
        }
        fillUp();
        for (int node = 0; node < tree.size(); node++) {
            while (excess[node] > 0) {
                if (steps + moves.steps() > mostSteps) {
                    return false;
                }
                relieve(node);
            }
        }
        return true;
    }

    private int best(int bidder, long[] level) {
        return best(slot -> bids.worth(bidder, slot), level);
    }

    /** Where somebody gains most beyond the price; the earliest of equals, and any slot before none. */
    private int best(IntUnaryOperator worths, long[] level) {
        int best = crowd.nowhere();
        long most = -level[best];
        for (int slot = rooms.slots() - 1; slot >= 0; slot--) {
            int worth = worths.applyAsInt(slot);
            if (worth != Bids.FORBIDDEN && worth - level[slot] >= most) {
                best = slot;
                most = worth - level[slot];
            }
        }
        return best;
    }

    /** Lets through what the prices say: all there is room for where a place costs more than behind it, nothing where less. */
    private void fillUp() {
        for (int node = 0; node < tree.size(); node++) {
            excess[node] += node < tree.slots() ? crowd.people(node) : 0;
        }
        for (int node = 0; node < tree.root(); node++) {
            int parent = tree.parent(node);
            long most = tree.room(node);
            flow[node] = prices[node] > prices[parent]
                    ? most
                    : prices[node] < prices[parent] ? 0 : Math.min(most, Math.max(0, excess[node]));
            excess[node] -= flow[node];
            excess[parent] += flow[node];
        }
        for (int bidder = 0; bidder < bids.size(); bidder++) {
            excess[tree.root()] -= bids.people(bidder);
        }
    }

    /** Moves some of those who are too many along the cheapest way to where somebody is missing. */
    private void relieve(int from) {
        int to = search(from);
        long whole = distance[to];
        for (int node = 0; node < tree.size(); node++) {
            if (distance[node] < whole) {
                prices[node] += whole - distance[node];
            }
        }
        long count = Math.min(excess[from], -excess[to]);
        for (int node = to; node != from; node = before[node]) {
            count = Math.min(count, passing(before[node], node));
        }
        excess[from] -= count;
        excess[to] += count;
        for (int node = to; node != from; node = before[node]) {
            pass(before[node], node, count);
        }
    }

    private int search(int from) {
        Arrays.fill(distance, FAR);
        Arrays.fill(isSettled, false);
        distance[from] = 0;
        for (int node = from; node != NONE; node = nearest()) {
            if (excess[node] < 0) {
                return node;
            }
            isSettled[node] = true;
            steps += tree.size();
            lookRound(node);
        }
        throw new IllegalStateException("whoever is too many in slot " + from + " could be left out");
    }

    private int nearest() {
        int nearest = NONE;
        for (int node = 0; node < distance.length; node++) {
            if (!isSettled[node] && distance[node] < (nearest == NONE ? FAR : distance[nearest])) {
                nearest = node;
            }
        }
        return nearest;
    }

    private void lookRound(int node) {
        for (int other = 0; node < tree.slots() && other < tree.slots(); other++) {
            int loss = other == node || isSettled[other] ? Moves.IMPOSSIBLE : moves.loss(node, other);
            if (loss != Moves.IMPOSSIBLE) {
                reach(node, other, loss);
            }
        }
        if (node != tree.root() && flow[node] < tree.room(node)) {
            reach(node, tree.parent(node), 0);
        }
        for (int child : tree.children(node)) {
            if (flow[child] > 0) {
                reach(node, child, 0);
            }
        }
    }

    private void reach(int node, int other, long loss) {
        long way = distance[node] + loss - prices[node] + prices[other];
        if (!isSettled[other] && way < distance[other]) {
            distance[other] = way;
            before[other] = node;
        }
    }

    /** How many can go from one node to the next. */
    private long passing(int node, int next) {
        if (node < tree.slots() && next < tree.slots()) {
            return crowd.in(moves.who(node, next), node);
        }
        return isUpwards(node, next) ? tree.room(node) - flow[node] : flow[next];
    }

    private void pass(int node, int next, long count) {
        if (node < tree.slots() && next < tree.slots()) {
            moves.move(moves.who(node, next), node, next, (int) count);
        } else if (isUpwards(node, next)) {
            flow[node] += count;
        } else {
            flow[next] -= count;
        }
    }

    private boolean isUpwards(int node, int next) {
        return node != tree.root() && tree.parent(node) == next;
    }
}
