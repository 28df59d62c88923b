package org.personalize.rhythm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.personalize.history.History;
import org.personalize.history.Log;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCatalog;

/**
 * People whose true habits are known, and a log of mails of which 85 % went out at nine and ten. How they read has another
 * form than any model here.
 */
abstract class SimulatedReaders {

    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static final long DAY = 86_400;
    private static final long HOUR = 3_600;
    private static final int SPAN_DAYS = 120;

    final int people;
    final Random random;
    final SmallAudience audience = new SmallAudience();

    SimulatedReaders(int people, long seed) {
        this.people = people;
        random = new Random(seed);
        for (int person = 0; person < people; person++) {
            audience.with("p" + person, "UTC", Map.of());
        }
    }

    /** How many seconds after a mail arrives at this second somebody reacts, or -1; drawn anew every time. */
    abstract long reaction(int person, long second, Random draw);

    /** What the reaction consists of, so long after the mail. */
    List<String> deeds(int person, long after, Random draw) {
        return List.of("click");
    }

    /** The hour at which a mail goes out. */
    int sentAt() {
        return random.nextDouble() < 0.85 ? 9 + random.nextInt(2) : 7 + random.nextInt(15);
    }

    /** The true chance that a mail sent in the middle of an hour of this day is reacted to within two days. */
    abstract double value(int person, long second);

    /** The same for the hours of any day of a week. */
    final double[] values(int person) {
        var values = new double[24];
        long monday = 4 * DAY;
        long saturday = 9 * DAY;
        for (int hour = 0; hour < 24; hour++) {
            long at = hour * HOUR + HOUR / 2;
            values[hour] = 5 / 7.0 * value(person, monday + at) + 2 / 7.0 * value(person, saturday + at);
        }
        return values;
    }

    /** @param isShuffled whether everybody's mail is reacted to by somebody else, so that there is nothing to learn of anybody */
    final History log(int sends, boolean isShuffled) {
        List<Integer> others = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            others.add(person);
        }
        List<String> lines = new ArrayList<>();
        for (int send = 0; send < sends; send++) {
            if (isShuffled) {
                Collections.shuffle(others, random);
            }
            for (int person = 0; person < people; person++) {
                long second = sent();
                long after = reaction(others.get(person), second, random);
                lines.add("p" + person + ";sent;" + Instant.ofEpochSecond(second) + ";;;;c" + send + ";");
                for (String deed : after < 0 ? List.<String>of() : deeds(others.get(person), after, random)) {
                    lines.add("p" + person + ";" + deed + ";" + Instant.ofEpochSecond(second + after) + ";;;;c" + send
                            + ";");
                }
            }
        }
        return new Log(audience, SmallCatalog.of("tent")).now(NOW).of(lines.toArray(String[]::new));
    }

    private long sent() {
        long day = NOW.getEpochSecond() / DAY - 3 - random.nextInt(SPAN_DAYS);
        return day * DAY + sentAt() * HOUR + random.nextInt(600);
    }

    static double normal(Random draw, double mean, double deviation) {
        return mean + deviation * draw.nextGaussian();
    }

    static boolean isWeekend(long second) {
        return Math.floorMod(Math.floorDiv(second, DAY) + 3, 7L) >= 5;
    }

    /**
     * People with peaks of their own around those of their trade, on two devices, who look at mail as long as it is fresh;
     * workers are later on weekends.
     */
    static final class PeakReaders extends SimulatedReaders {

        private static final double[][] TRADES = {{6.5, 18}, {8, 12.5}, {12.5, 21}, {17.5, 22}, {20.5, 13}, {22.5, 10}};

        private static final int STEPS = 60;
        private static final long STEP_SECONDS = 1_800;

        private final double[][] peaks;
        private final double[] spread;
        private final double[] eagerness;
        private final double[] weekendShift;

        PeakReaders(int people, long seed) {
            super(people, seed);
            peaks = new double[people][2];
            spread = new double[people];
            eagerness = new double[people];
            weekendShift = new double[people];
            for (int person = 0; person < people; person++) {
                double[] trade = TRADES[random.nextInt(TRADES.length)];
                peaks[person][0] = normal(random, trade[0], 1);
                peaks[person][1] = normal(random, trade[1], 1);
                spread[person] = 0.8 + random.nextDouble();
                eagerness[person] = 0.4 + 1.6 * random.nextDouble();
                weekendShift[person] = random.nextDouble() < 0.4 ? 1.5 : 0;
            }
        }

        @Override
        long reaction(int person, long second, Random draw) {
            for (int step = 0; step < STEPS; step++) {
                if (draw.nextDouble() < hazard(person, second, step)) {
                    return step * STEP_SECONDS + 60 + draw.nextInt(1500);
                }
            }
            return -1;
        }

        @Override
        double value(int person, long second) {
            double silent = 1;
            for (int step = 0; step < STEPS; step++) {
                silent *= 1 - hazard(person, second, step);
            }
            return 1 - silent;
        }

        private double hazard(int person, long second, int step) {
            long now = second + step * STEP_SECONDS;
            double clock = Math.floorMod(now, DAY) / (double) HOUR - (isWeekend(now) ? weekendShift[person] : 0);
            double there = 0.03
                    + bell(clock - peaks[person][0], spread[person])
                    + 0.5 * bell(clock - peaks[person][1], spread[person]);
            double fresh = 1 / (1 + Math.pow(step / 6.0, 2));
            return 1 - Math.exp(-0.5 * eagerness[person] * there * fresh);
        }

        private static double bell(double distance, double spread) {
            double around = Math.floorMod(Math.round(distance * 1000), 24_000L) / 1000.0;
            double apart = Math.min(around, 24 - around);
            return Math.exp(-apart * apart / (2 * spread * spread));
        }
    }

    /**
     * Office people, night owls and shift workers who open nearly every mail when they first see it, and click the more
     * seldom the longer it lay there. Mail went out all day.
     */
    static final class OpeningReaders extends SimulatedReaders {

        private static final double[] LOOKS_AT = {10, 20, 1};
        private static final double LOST_EACH_HOUR = 0.93;

        private final double[][] looks;

        OpeningReaders(int people, long seed) {
            super(people, seed);
            looks = new double[people][24];
            for (int person = 0; person < people; person++) {
                int kind = random.nextInt(20);
                double at = LOOKS_AT[kind < 10 ? 0 : kind < 17 ? 1 : 2] + random.nextInt(3) - 1;
                for (int hour = 0; hour < 24; hour++) {
                    double apart = Math.abs(Math.floorMod(hour - (int) at + 12, 24) - 12);
                    looks[person][hour] = 0.02 + 0.6 * Math.exp(-apart * apart / 3.4);
                }
            }
        }

        @Override
        int sentAt() {
            return 8 + random.nextInt(14);
        }

        @Override
        List<String> deeds(int person, long after, Random draw) {
            List<String> deeds = new ArrayList<>();
            if (draw.nextDouble() < 0.9) {
                deeds.add("open");
            }
            if (draw.nextDouble() < 0.2 * Math.pow(LOST_EACH_HOUR, (double) after / HOUR)) {
                deeds.add("click");
            }
            return deeds;
        }

        @Override
        long reaction(int person, long second, Random draw) {
            int hour = (int) (Math.floorMod(second, DAY) / HOUR);
            for (int age = 0; age < 48; age++) {
                if (draw.nextDouble() < looks[person][(hour + age) % 24]) {
                    return age * HOUR + 900 + draw.nextInt(1_800);
                }
            }
            return -1;
        }

        @Override
        double value(int person, long second) {
            int hour = (int) (Math.floorMod(second, DAY) / HOUR);
            double clicked = 0;
            double unseen = 1;
            for (int age = 0; age < 48; age++) {
                double seen = unseen * looks[person][(hour + age) % 24];
                clicked += 0.2 * seen * Math.pow(LOST_EACH_HOUR, age);
                unseen -= seen;
            }
            return clicked;
        }
    }

    /**
     * People who go through their mail in a few sessions a day, each at a time of its own give or take, and see what lies
     * on top: the longer a mail waits the deeper it is buried.
     */
    static final class SessionReaders extends SimulatedReaders {

        private static final double BURIED_HOURS = 7;

        private final double[][] sessions;
        private final double[][] diligence;
        private final double[] taste;

        SessionReaders(int people, long seed) {
            super(people, seed);
            sessions = new double[people][];
            diligence = new double[people][];
            taste = new double[people];
            for (int person = 0; person < people; person++) {
                int number = 1 + random.nextInt(3);
                sessions[person] = new double[number];
                diligence[person] = new double[number];
                for (int session = 0; session < number; session++) {
                    sessions[person][session] =
                            random.nextBoolean() ? 6 + 4 * random.nextDouble() : 11 + 12 * random.nextDouble();
                    diligence[person][session] = 0.5 + 0.5 * random.nextDouble();
                }
                taste[person] = 0.5 + 0.5 * random.nextDouble();
            }
        }

        @Override
        long reaction(int person, long second, Random draw) {
            long midnight = Math.floorDiv(second, DAY) * DAY;
            for (int day = 0; day < 3; day++) {
                long found = onDay(person, second, midnight + day * DAY, draw);
                if (found >= 0 && found <= 48 * HOUR) {
                    return found;
                }
            }
            return -1;
        }

        /** By the sessions of two days, each at a few moments around its usual one. */
        @Override
        double value(int person, long second) {
            double silent = 1;
            long midnight = Math.floorDiv(second, DAY) * DAY;
            for (int day = 0; day < 2; day++) {
                for (int session = 0; session < sessions[person].length; session++) {
                    double seen = 0;
                    for (double off : new double[] {-1.2, -0.6, -0.2, 0.2, 0.6, 1.2}) {
                        double at = sessions[person][session] + off * 0.6 + (isWeekend(midnight + day * DAY) ? 0.7 : 0);
                        double age = midnight + day * DAY + at * HOUR - second;
                        seen += age < 60 ? 0 : taste[person] * Math.exp(-age / (BURIED_HOURS * HOUR)) / 6;
                    }
                    silent *= 1 - diligence[person][session] * seen;
                }
            }
            return 1 - silent;
        }

        private long onDay(int person, long second, long midnight, Random draw) {
            long first = -1;
            for (int session = 0; session < sessions[person].length; session++) {
                double at = normal(draw, sessions[person][session] + (isWeekend(midnight) ? 0.7 : 0), 0.6);
                boolean isThere = draw.nextDouble() < diligence[person][session];
                long age = midnight + (long) (at * HOUR) - second;
                boolean isSeen = draw.nextDouble() < taste[person] * Math.exp(-age / (BURIED_HOURS * HOUR));
                if (isThere && isSeen && age >= 60 && (first < 0 || age < first)) {
                    first = age;
                }
            }
            return first;
        }
    }

    /**
     * People who work shifts: nights in one week and days in the next, or always days. They look at their phones in breaks
     * and after getting up, take a delay of their own to get round to it, and forget a mail that they did not open in time.
     */
    static final class ShiftReaders extends SimulatedReaders {

        private static final double FORGOTTEN_HOURS = 12;
        private static final double DELAY_SPREAD = 0.7;
        private static final double[] SPREADS = {-1.5, -0.8, -0.3, 0, 0.3, 0.8, 1.5};

        private final double[] riseAt;
        private final double[] shiftedRiseAt;
        private final double[] breakAfter;
        private final double[] delayHours;
        private final double[] attention;

        ShiftReaders(int people, long seed) {
            super(people, seed);
            riseAt = new double[people];
            shiftedRiseAt = new double[people];
            breakAfter = new double[people];
            delayHours = new double[people];
            attention = new double[people];
            for (int person = 0; person < people; person++) {
                riseAt[person] = normal(random, 6.5, 1);
                shiftedRiseAt[person] = random.nextDouble() < 0.5 ? riseAt[person] : normal(random, 15.5, 1);
                breakAfter[person] = 4 + 4 * random.nextDouble();
                delayHours[person] = 0.2 + random.nextDouble();
                attention[person] = 0.3 + 0.6 * random.nextDouble();
            }
        }

        private double riseAt(int person, long midnight) {
            boolean isShifted = Math.floorMod(Math.floorDiv(Math.floorDiv(midnight, DAY) + 3, 7L), 2L) == 1;
            return isShifted ? shiftedRiseAt[person] : riseAt[person];
        }

        /** The chance that a look at the phone, so many hours after a mail, leads to a reaction. */
        private double chance(int person, double age) {
            return age < 0 ? 0 : attention[person] * Math.exp(-age / FORGOTTEN_HOURS);
        }

        @Override
        long reaction(int person, long second, Random draw) {
            long midnight = Math.floorDiv(second, DAY) * DAY;
            for (int look = 0; look < 6; look++) {
                long day = midnight + look / 2 * DAY;
                double at = riseAt(person, day) + (look % 2 == 0 ? 0 : breakAfter[person]);
                double delay = delayHours[person] * Math.exp(DELAY_SPREAD * draw.nextGaussian());
                double age = (day - second) / (double) HOUR + at;
                if (draw.nextDouble() < chance(person, age) && age + delay < 48) {
                    return Math.max(60, (long) ((age + delay) * HOUR));
                }
            }
            return -1;
        }

        /** The mean over both kinds of week, and over the moments around the middle of the hour. */
        @Override
        double value(int person, long second) {
            double sum = 0;
            for (int week = 0; week < 2; week++) {
                for (double off : SPREADS) {
                    sum += seen(person, second + week * 7 * DAY + (long) (off * HOUR / 4));
                }
            }
            return sum / (2 * SPREADS.length);
        }

        private double seen(int person, long second) {
            double silent = 1;
            long midnight = Math.floorDiv(second, DAY) * DAY;
            for (int look = 0; look < 6; look++) {
                long day = midnight + look / 2 * DAY;
                double at = riseAt(person, day) + (look % 2 == 0 ? 0 : breakAfter[person]);
                silent *= 1 - chance(person, (day - second) / (double) HOUR + at);
            }
            return 1 - silent;
        }
    }
}
