package org.personalize.rhythm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The hours of people by what they did: their own visits, drawn towards those of people like them, in several ways of
 * which the mean is taken.
 */
final class HabitRhythm {

    /** More than any business has; a column that holds something else than countries must not fill the memory. */
    private static final int MOST_SEGMENTS = 2_000;

    private final List<Memory> memories = new ArrayList<>();
    private final Map<String, double[]> around = new ConcurrentHashMap<>();

    /** @param latest the second from which ages are counted */
    HabitRhythm(Habits habits, Base base, long latest) {
        Map<Double, Base> bases = new HashMap<>();
        Map<Double, Map<Double, Bell>> byHalfLife = new LinkedHashMap<>();
        for (int i = 0; i < habits.habits().size(); i++) {
            Habit habit = habits.habits().get(i);
            var kernel = new Kernel(habit.kappa());
            Base pointedAlike = bases.computeIfAbsent(habit.kappa(), kappa -> base.blunted(kernel));
            byHalfLife
                    .computeIfAbsent(habit.halfLifeDays(), days -> new LinkedHashMap<>())
                    .computeIfAbsent(habit.kappa(), kappa -> new Bell(kernel, pointedAlike, new ArrayList<>()))
                    .ways
                    .add(new Way(habit, habits.shares().get(i)));
        }
        byHalfLife.forEach(
                (days, bells) -> memories.add(new Memory(new Fading(latest, days), List.copyOf(bells.values()))));
    }

    private record Way(Habit habit, double share) {}

    /** Ways in which a visit speaks equally narrowly for its hour; no hours of others are more pointed. */
    private record Bell(Kernel kernel, Base base, List<Way> ways) {

        void addTo(double[] chances, double[] byHour, double[] like) {
            double n = Clock.sum(byHour);
            double[] spread = kernel.spread(byHour);
            for (Way way : ways) {
                for (int h = 0; h < Kernel.HOURS; h++) {
                    chances[h] += way.share * way.habit.chance(spread[h], n, like[h]);
                }
            }
        }
    }

    /** Ways that forget equally soon. */
    private record Memory(Fading fading, List<Bell> bells) {

        Stream<Way> ways() {
            return bells.stream().flatMap(bell -> bell.ways.stream());
        }

        double share() {
            return ways().mapToDouble(Way::share).sum();
        }

        /** The hours of people like somebody who did this, bell by bell. */
        List<double[]> likes(String segment, double[] byHour) {
            return bells.stream().map(bell -> bell.base.of(segment, byHour)).toList();
        }

        void addTo(double[] chances, double[] byHour, List<double[]> likes) {
            for (int b = 0; b < bells.size(); b++) {
                bells.get(b).addTo(chances, byHour, likes.get(b));
            }
        }
    }

    /** The hours of people like somebody of whom nothing is known but the segment. */
    double[] around(String segment) {
        double[] known = around.get(segment);
        if (known == null) {
            known = chances(segment, memory -> new double[Kernel.HOURS]);
            if (around.size() < MOST_SEGMENTS) {
                around.put(segment, known);
            }
        }
        return known.clone();
    }

    /** The chance of each hour, summing to 1, for somebody who did this before a moment. */
    double[] chances(String segment, Visits visits, long before) {
        return visits.size() == 0 ? around(segment) : chances(segment, memory -> visits.byHour(memory.fading, before));
    }

    private double[] chances(String segment, Function<Memory, double[]> remembered) {
        var chances = new double[Kernel.HOURS];
        for (Memory memory : memories) {
            double[] byHour = remembered.apply(memory);
            memory.addTo(chances, byHour, memory.likes(segment, byHour));
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
        List<List<double[]>> likes = memories.stream()
                .map(memory -> memory.likes(segment, visits.byHour(memory.fading, before)))
                .toList();
        for (int day = 0; day < DayKinds.DAYS; day++) {
            int kind = week.kinds().of(day);
            if (byKind[kind] == null && asked.has(day)) {
                byKind[kind] = new double[Kernel.HOURS];
                for (int m = 0; m < memories.size(); m++) {
                    Memory memory = memories.get(m);
                    double[] byHour = visits.byHour(memory.fading, before, week.kinds(), day);
                    int of = day;
                    memory.addTo(
                            byKind[kind],
                            byHour,
                            likes.get(m).stream()
                                    .map(like -> week.tilted(like, of))
                                    .toList());
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
        return Clock.sum(byHour)
                + memories.stream()
                        .flatMap(Memory::ways)
                        .mapToDouble(way -> way.share * way.habit.alpha())
                        .sum();
    }
}
