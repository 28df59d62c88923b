package org.personalize.taste;

import java.util.Arrays;

/** What one person wanted until a moment, item by item; drawn over for the next person. */
final class Portrait {

    private static final Decay SHORT = new Decay(14);
    private static final Decay MIDDLE = new Decay(60);
    private static final Decay LONG = new Decay(180);
    private static final int WEEK_DAYS = 7;

    /** What so little of a decayed want is left of is as good as nothing. */
    private static final double NOTHING = 0.01;

    private final Wants wants;
    private final int cut;
    private int size;
    private int strong;
    private int newest;
    private double total;
    private int[] items = new int[16];
    private int[] firsts = new int[16];
    private int[] lasts = new int[16];
    private boolean[] had = new boolean[16];
    private double[] counts = new double[16];
    private double[] lately = new double[16];
    private double[] months = new double[16];
    private double[] years = new double[16];
    private int[] days = new int[16];
    private int[] numbers = new int[16];
    private int dayCount;
    private int again;

    Portrait(Wants wants, int cut) {
        this.wants = wants;
        this.cut = cut;
    }

    void draw(int person) {
        size = 0;
        strong = 0;
        total = 0;
        dayCount = 0;
        again = 0;
        newest = Integer.MIN_VALUE;
        makeRoom(wants.to(person) - wants.from(person));
        for (int want = wants.from(person); want < wants.to(person); want++) {
            if (wants.minute(want) < cut) {
                add(want);
            }
        }
        for (int k = 0; k < size; k++) {
            strong += had[k] ? 1 : 0;
        }
        Arrays.sort(days, 0, dayCount);
        int distinct = 0;
        for (int d = 0; d < dayCount; d++) {
            if (d == 0 || days[d] != days[d - 1]) {
                days[distinct++] = days[d];
            }
        }
        dayCount = distinct;
    }

    private void makeRoom(int most) {
        if (items.length < most) {
            items = new int[most];
            firsts = new int[most];
            lasts = new int[most];
            had = new boolean[most];
            counts = new double[most];
            lately = new double[most];
            months = new double[most];
            years = new double[most];
            days = new int[most];
            numbers = new int[most];
        }
    }

    private void add(int want) {
        int minute = wants.minute(want);
        if (size == 0 || items[size - 1] != wants.item(want)) {
            items[size] = wants.item(want);
            had[size] = false;
            counts[size] = 0;
            lately[size] = 0;
            months[size] = 0;
            years[size] = 0;
            numbers[size] = 0;
            firsts[size++] = minute;
        }
        int k = size - 1;
        again += numbers[k]++ > 0 ? 1 : 0;
        double weight = wants.weight(want);
        long age = (long) cut - minute;
        had[k] |= wants.isStrong(want);
        lasts[k] = minute;
        counts[k] += weight;
        lately[k] += weight * SHORT.after(age);
        months[k] += weight * MIDDLE.after(age);
        years[k] += weight * LONG.after(age);
        total += weight;
        newest = Math.max(newest, minute);
        days[dayCount++] = Math.floorDiv(minute, Decay.DAY_MINUTES);
    }

    int size() {
        return size;
    }

    int item(int k) {
        return items[k];
    }

    boolean had(int k) {
        return had[k];
    }

    double count(int k) {
        return counts[k];
    }

    double lately(int k) {
        return lately[k];
    }

    double months(int k) {
        return months[k];
    }

    double years(int k) {
        return years[k];
    }

    double total() {
        return total;
    }

    /** How many different things they had. */
    int strong() {
        return strong;
    }

    /** Writes the clues that an item of their own gives. */
    void clues(int k, double[] into) {
        into[Clue.OWN_14.place()] = Logarithm.above(lately[k], NOTHING);
        into[Clue.OWN_60.place()] = Logarithm.above(months[k], NOTHING);
        into[Clue.OWN_180.place()] = Logarithm.above(years[k], NOTHING);
        into[Clue.OWN_COUNT.place()] = Logarithm.above(counts[k], 0.1);
        into[Clue.OWN_SHARE.place()] = Logarithm.above(counts[k] / total, NOTHING);
        into[Clue.OWN_RATE.place()] = counts[k] / (1 + daysSince(firsts[k]));
        double gapDays = (double) (newest - lasts[k]) / Decay.DAY_MINUTES;
        into[Clue.OWN_LATEST.place()] = WEEK_DAYS / (WEEK_DAYS + gapDays);
        into[Clue.OWN_DUE.place()] = due(k);
        into[Clue.OWN_HABIT.place()] = Logarithm.of((again + 1.0) / (size + 3.0));
    }

    /** 1 where as much time has passed as usually lies between two, less the further it is from that; 0 after only one. */
    private double due(int k) {
        double usual = numbers[k] < 2 ? 0 : (double) (lasts[k] - firsts[k]) / (numbers[k] - 1);
        double passed = (double) cut - lasts[k];
        return usual <= 0 ? 0 : Math.min(passed, usual) / Math.max(passed, usual);
    }

    /** On how many days they wanted anything since then. */
    private int daysSince(int minute) {
        int found = Arrays.binarySearch(days, 0, dayCount, Math.floorDiv(minute, Decay.DAY_MINUTES));
        return dayCount - (found < 0 ? -found - 1 : found);
    }
}
