package org.personalize.rhythm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The hours of people by what they did: their own visits, drawn towards those of people like them, in several ways of
 * which the mean is taken.
 */
final class HabitRhythm {

    /** More than any business has; a column that holds something else than countries must not fill the memory. */
    private static final int MOST_SEGMENTS = 2_000;

    private final Base base;
    private final List<Memory> memories = new ArrayList<>();
    private final Map<String, double[]> around = new ConcurrentHashMap<>();

    /** @param latest the second from which ages are counted */
    HabitRhythm(Habits habits, Base base, long latest) {
        this.base = base;
        for (double halfLife : habits.habits().stream()
                .mapToDouble(Habit::halfLifeDays)
                .distinct()
                .toArray()) {
            List<Way> ways = new ArrayList<>();
            for (int i = 0; i < habits.habits().size(); i++) {
                Habit habit = habits.habits().get(i);
                if (habit.halfLifeDays() == halfLife) {
                    ways.add(new Way(
                            habit, new Kernel(habit.kappa()), habits.shares().get(i)));
                }
            }
            memories.add(new Memory(new Fading(latest, halfLife), ways));
        }
    }

    private record Way(Habit habit, Kernel kernel, double share) {}

    /** Ways that forget equally soon. */
    private record Memory(Fading fading, List<Way> ways) {
        double share() {
            return ways.stream().mapToDouble(Way::share).sum();
        }

        void addTo(double[] chances, double[] byHour, double[] like) {
            double n = Clock.sum(byHour);
            for (Way way : ways) {
                double[] spread = way.kernel.spread(byHour);
                for (int h = 0; h < Kernel.HOURS; h++) {
                    chances[h] += way.share * way.habit.chance(spread[h], n, like[h]);
                }
            }
        }
    }

    /** The hours of people like somebody of whom nothing is known but the segment. */
    double[] around(String segment) {
        double[] known = around.get(segment);
        if (known == null) {
            known = base.of(segment, new double[Kernel.HOURS]);
            if (around.size() < MOST_SEGMENTS) {
                around.put(segment, known);
            }
        }
        return known.clone();
    }

    /** The chance of each hour, summing to 1, for somebody who did this before a moment. */
    double[] chances(String segment, Visits visits, long before) {
        if (visits.size() == 0) {
            return around(segment);
        }
        var chances = new double[Kernel.HOURS];
        for (Memory memory : memories) {
            double[] byHour = visits.byHour(memory.fading, before);
            memory.addTo(chances, byHour, base.of(segment, byHour));
        }
        return chances;
    }

    /** The chance of each of the 168 hours of a week, where what was done on a day of the same kind says more of it. */
    double[] chances(String segment, Visits visits, long before, Week week) {
        double[][] byDay = byDay(segment, visits, before, week, Weekdays.ANY);
        var all = new double[Week.HOURS];
        for (int h = 0; h < Week.HOURS; h++) {
            all[h] = week.days()[h / Kernel.HOURS] * byDay[h / Kernel.HOURS][h % Kernel.HOURS];
        }
        return all;
    }

    /** The chances of the hours on some days of the week, each summing to 1; nothing for days that are not asked for. */
    double[][] byDay(String segment, Visits visits, long before, Week week, Weekdays asked) {
        var byDay = new double[DayKinds.DAYS][];
        var byKind = new double[DayKinds.DAYS][];
        List<double[]> likes = memories.stream()
                .map(memory -> base.of(segment, visits.byHour(memory.fading, before)))
                .toList();
        for (int day = 0; day < DayKinds.DAYS; day++) {
            int kind = week.kinds().of(day);
            if (byKind[kind] == null && asked.has(day)) {
                byKind[kind] = new double[Kernel.HOURS];
                for (int m = 0; m < memories.size(); m++) {
                    Memory memory = memories.get(m);
                    double[] byHour = visits.byHour(memory.fading, before, week.kinds(), day);
                    memory.addTo(byKind[kind], byHour, week.tilted(likes.get(m), day));
                }
            }
            byDay[day] = byKind[kind];
        }
        return byDay;
    }

    /** What of these visits is not forgotten and says something of a day of the week, by the hour of the day. */
    double[] byHour(Visits visits, long before, Week week, int day) {
        var byHour = new double[Kernel.HOURS];
        for (Memory memory : memories) {
            double[] ofDay = visits.byHour(memory.fading, before, week.kinds(), day);
            Clock.add(byHour, ReplyRhythm.scaled(ofDay, memory.share()));
        }
        return byHour;
    }

    /** What of these visits is not forgotten, by the hour of the day. */
    double[] byHour(Visits visits, long before) {
        var byHour = new double[Kernel.HOURS];
        for (Memory memory : memories) {
            Clock.add(byHour, ReplyRhythm.scaled(visits.byHour(memory.fading, before), memory.share()));
        }
        return byHour;
    }

    /** Of how many observations these chances are worth. */
    double weight(double[] byHour) {
        double others = 0;
        for (Memory memory : memories) {
            for (Way way : memory.ways) {
                others += way.share * way.habit.alpha();
            }
        }
        return Clock.sum(byHour) + others;
    }
}
