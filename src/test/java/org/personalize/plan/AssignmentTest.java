package org.personalize.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    private static final long ENOUGH = 1_000_000_000_000L;

    @Test
    void noSharingOutIsWorthMore() {
        for (int seed = 0; seed < 600; seed++) {
            var random = new Random(seed);
            Table bids = Table.draw(random, 1 + random.nextInt(25), 1 + random.nextInt(7));
            Rooms rooms = rooms(random, bids.slots(), 4);
            Assignment assignment = Assignment.of(bids, rooms, ENOUGH);

            check(seed, bids, rooms, assignment);
            assertThat(assignment.worth()).as("seed %d", seed).isEqualTo(new CheapestFlow(bids, rooms).worth());
            assertThat(assignment.bound()).as("seed %d", seed).isEqualTo(assignment.worth());
        }
    }

    @Test
    void pricesOfAPartLeadToTheSameSumAsAllAtOnce() {
        for (int seed = 0; seed < 3; seed++) {
            var random = new Random(seed);
            Table bids = Table.draw(random, 40_000, 30);
            Rooms rooms = rooms(random, 30, 3_000);
            Assignment assignment = Assignment.of(bids, rooms, ENOUGH);

            check(seed, bids, rooms, assignment);
            assertThat(assignment.bound()).as("seed %d", seed).isEqualTo(assignment.worth());
        }
    }

    @Test
    void whoeverMayNotGoOnLookingIsStillWithinTheRoomAndNearTheBest() {
        for (int seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            Table bids = Table.draw(random, 3_000, 24);
            Rooms rooms = rooms(random, 24, 400);
            Assignment assignment = Assignment.of(bids, rooms, 200_000);

            check(seed, bids, rooms, assignment);
            long best = Assignment.of(bids, rooms, ENOUGH).worth();
            assertThat((double) assignment.worth()).as("seed %d", seed).isBetween(0.8 * best, (double) best);
            assertThat(assignment.bound()).as("seed %d", seed).isGreaterThanOrEqualTo(best);
        }
    }

    @Test
    void anyNumberOfThreadsGivesTheSame() throws Exception {
        Table bids = Table.draw(new Random(7), 20_000, 40);
        Rooms rooms = rooms(new Random(8), 40, 700);
        Assignment one = new ForkJoinPool(1)
                .submit(() -> Assignment.of(bids, rooms, ENOUGH))
                .get();
        Assignment eight = new ForkJoinPool(8)
                .submit(() -> Assignment.of(bids, rooms, ENOUGH))
                .get();

        for (int bidder = 0; bidder < bids.size(); bidder++) {
            for (int slot = 0; slot <= 40; slot++) {
                assertThat(one.crowd().in(bidder, slot)).isEqualTo(eight.crowd().in(bidder, slot));
            }
        }
    }

    private static void check(int seed, Table bids, Rooms rooms, Assignment assignment) {
        int[] bySlot = rooms.bySlot().clone();
        int[] byDay = rooms.byDay().clone();
        int mistakes = 0;
        for (int bidder = 0; bidder < bids.size(); bidder++) {
            int all = assignment.crowd().in(bidder, rooms.slots());
            for (int slot = 0; slot < rooms.slots(); slot++) {
                int people = assignment.crowd().in(bidder, slot);
                mistakes += people > 0 && bids.worth(bidder, slot) == Bids.FORBIDDEN ? 1 : 0;
                all += people;
                bySlot[slot] -= people;
                if (byDay.length > 0) {
                    byDay[rooms.dayOf()[slot]] -= people;
                }
            }
            mistakes += all == bids.people(bidder) ? 0 : 1;
        }
        assertThat(mistakes).as("seed %d", seed).isZero();
        assertThat(Arrays.stream(bySlot).filter(left -> left < 0).count())
                .as("seed %d", seed)
                .isZero();
        assertThat(Arrays.stream(byDay).filter(left -> left < 0).count())
                .as("seed %d", seed)
                .isZero();
    }

    private static Rooms rooms(Random random, int slots, int most) {
        int[] bySlot = random.ints(slots, 0, most + 1).toArray();
        int days = random.nextInt(3);
        int[] dayOf = new int[slots];
        for (int slot = 0; days > 0 && slot < slots; slot++) {
            dayOf[slot] = slot * days / slots;
        }
        int[] byDay = random.ints(days, 0, most * slots / 2 + 1).toArray();
        if (days > 1 && random.nextBoolean()) {
            byDay[1] = Rooms.UNLIMITED;
        }
        return new Rooms(bySlot, dayOf, byDay);
    }

    /** Bids that were drawn: some people alike, some slots forbidden, many equals. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Table(int[][] worths, int[] counts, int slots) implements Bids {

        static Table draw(Random random, int bidders, int slots) {
            int kinds = random.nextBoolean() ? 5 : 1_000_000;
            boolean isManyAlike = random.nextBoolean();
            int[][] worths = new int[bidders][slots];
            int[] counts = new int[bidders];
            for (int bidder = 0; bidder < bidders; bidder++) {
                counts[bidder] = isManyAlike && random.nextInt(4) == 0 ? 1 + random.nextInt(6) : 1;
                for (int slot = 0; slot < slots; slot++) {
                    worths[bidder][slot] =
                            random.nextInt(5) == 0 ? FORBIDDEN : 1 + random.nextInt(kinds) * (1 + slot % 3);
                }
            }
            return new Table(worths, counts, slots);
        }

        @Override
        public int size() {
            return counts.length;
        }

        @Override
        public int people(int bidder) {
            return counts[bidder];
        }

        @Override
        public int worth(int bidder, int slot) {
            return worths[bidder][slot];
        }
    }
}
