package org.personalize.plan;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * What every kind of clock hours is worth to everybody who is to be mailed. People of one zone to whom all hours are worth
 * the same bid together, where they are enough for it to matter: nobody could say why one of them should come before another.
 */
final class Wishes implements Bids {

    static final int NOBODY = -1;

    /** The worth of the best hour of whoever it is worth most to; others have their share of it. */
    private static final double BEST_WORTH = 1e9;

    private static final int HOURS_A_DAY = 24;

    /** So many numbers may be kept of those who bid together: one for each bidder and kind of hours. */
    private static final int MOST_NUMBERS = 1 << 24;

    private final int[] people;
    private final AlikeHours hours;
    private final ZoneHours[] zones;
    private final float[] rows;
    private final double scale;

    private final IntPredicate isApart;
    private final int[] bidderOf;
    private final int[] first;
    private final int[] counts;
    private int bidders;

    /**
     * @param people who is to be mailed
     * @param isApart who of them bids for nothing, because their hour is settled
     */
    Wishes(int[] people, HourTable table, AlikeHours hours, IntPredicate isApart) {
        this.people = people;
        this.hours = hours;
        zones = new ZoneHours[people.length];
        rows = new float[people.length * HOURS_A_DAY];
        bidderOf = new int[people.length];
        first = new int[people.length];
        counts = new int[people.length];
        scale = BEST_WORTH / gather(table, hours.clock());
        this.isApart = isApart;
        unite(hours.size());
    }

    private double gather(HourTable table, ClockHours clock) {
        double[] most = new double[Chunks.count(people.length)];
        Chunks.each(people.length, (chunk, from, to) -> {
            for (int i = from; i < to; i++) {
                zones[i] = clock.of(table.window(people[i]));
                double[] values = table.values(people[i]);
                for (int hour = 0; hour < HOURS_A_DAY; hour++) {
                    rows[i * HOURS_A_DAY + hour] = (float) values[hour];
                    most[chunk] = Math.max(most[chunk], rows[i * HOURS_A_DAY + hour]);
                }
            }
        });
        double best = Arrays.stream(most).max().orElse(0);
        return best > 0 ? best : 1;
    }

    private void unite(int kinds) {
        int[] alike = new Likes().find();
        int[] number = new int[people.length];
        for (int i = 0; i < people.length; i++) {
            number[alike[i]] += isApart.test(i) ? 0 : 1;
        }
        int enough = enough(number, kinds);
        int[] ofAll = new int[people.length];
        Arrays.fill(ofAll, NOBODY);
        for (int i = 0; i < people.length; i++) {
            if (number[alike[i]] >= enough) {
                bidderOf[i] = ofAll[alike[i]] == NOBODY ? add(i, number[alike[i]]) : ofAll[alike[i]];
                ofAll[alike[i]] = bidderOf[i];
            } else {
                bidderOf[i] = isApart.test(i) ? NOBODY : add(i, 1);
            }
        }
    }

    /** From how many on they bid together. */
    private static int enough(int[] number, int kinds) {
        int least = 2;
        for (long bidders = MOST_NUMBERS; bidders * kinds >= MOST_NUMBERS; least *= 2) {
            int most = least;
            bidders = Arrays.stream(number).filter(count -> count >= most).count();
        }
        return least / 2;
    }

    private int add(int i, int count) {
        first[bidders] = i;
        counts[bidders] = count;
        return bidders++;
    }

    @Override
    public int size() {
        return bidders;
    }

    @Override
    public int people(int bidder) {
        return counts[bidder];
    }

    @Override
    public int worth(int bidder, int kind) {
        return worthTo(first[bidder], kind);
    }

    /** What a kind of hours is worth to one of the people. */
    int worthTo(int i, int kind) {
        int worth = FORBIDDEN;
        for (int hour : zones[i].localHours(hours.first(kind))) {
            worth = Math.max(worth, worthAt(i, hour));
        }
        return worth;
    }

    private int worthAt(int i, int localHour) {
        return 1 + (int) (rows[i * HOURS_A_DAY + localHour] * scale);
    }

    /** The number in the window of the better of the hours in a slot, the earlier of equals. */
    int hour(int i, int slot) {
        int[] there = zones[i].localHours(slot);
        int best = 0;
        for (int number = 1; number < there.length; number++) {
            best = worthAt(i, there[number]) > worthAt(i, there[best]) ? number : best;
        }
        return zones[i].hour(slot, best);
    }

    boolean isBidding(int i) {
        return !isApart.test(i);
    }

    /** Who bids for one of the people; {@link #NOBODY} for those who are apart from all others. */
    int bidderOf(int i) {
        return bidderOf[i];
    }

    /** In the unit in which hours are valued. */
    double valued(long worth, long placed) {
        return (worth - placed) / scale;
    }

    /** Finds for each of the people the first to whom all is worth the same. */
    private final class Likes {

        private static final long MIX = 0x9E3779B97F4A7C15L;

        private final int[] table = new int[Integer.highestOneBit(Math.max(1, people.length)) * 4];

        int[] find() {
            Arrays.fill(table, NOBODY);
            int[] alike = new int[people.length];
            for (int i = 0; i < people.length; i++) {
                int place = (int) (hash(i) >>> 32) & (table.length - 1);
                while (table[place] != NOBODY && !areAlike(table[place], i)) {
                    place = (place + 1) & (table.length - 1);
                }
                table[place] = table[place] == NOBODY ? i : table[place];
                alike[i] = table[place];
            }
            return alike;
        }

        private long hash(int i) {
            long hash = zones[i].hashCode();
            for (int hour = 0; hour < HOURS_A_DAY; hour++) {
                hash = (hash + Float.floatToIntBits(rows[i * HOURS_A_DAY + hour])) * MIX;
                hash ^= hash >>> 29;
            }
            return hash * MIX;
        }

        private boolean areAlike(int one, int other) {
            return zones[one] == zones[other]
                    && Arrays.equals(
                            rows,
                            one * HOURS_A_DAY,
                            (one + 1) * HOURS_A_DAY,
                            rows,
                            other * HOURS_A_DAY,
                            (other + 1) * HOURS_A_DAY);
        }
    }
}
