package org.personalize.plan;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.personalize.campaign.Schedule;
import org.personalize.history.History;
import org.personalize.measure.Interval;
import org.personalize.plan.Costs.Alternative;
import org.personalize.plan.Costs.Rule;
import org.personalize.plan.Decision.Group;
import org.personalize.plan.Decision.Status;
import org.personalize.rhythm.Hours;
import org.personalize.rhythm.Weekdays;

/** Works out what the rules of a campaign cost, on some of the people and with as large a part of every room. */
public final class Costing {

    private static final int MOST_PEOPLE = 10_000;

    private final Planning planning;
    private final int one;
    private final int[] people;
    private final boolean[] isPlain;
    private final long planned;

    private Costing(Planning planning, Plan plan) {
        this.planning = planning;
        int[] all = IntStream.range(0, plan.size())
                .filter(person -> isNew(person, plan))
                .toArray();
        planned = all.length;
        one = (all.length + MOST_PEOPLE - 1) / MOST_PEOPLE;
        people = new int[one == 0 ? 0 : (all.length + one - 1) / one];
        isPlain = new boolean[people.length];
        for (int i = 0; i < people.length; i++) {
            people[i] = all[i * one];
            isPlain[i] = plan.decision(people[i]).group() == Group.PLAIN_MAIL
                    || !planning.audience().allowsPersonalization(people[i]);
        }
    }

    private boolean isNew(int person, Plan plan) {
        Decision decision = plan.decision(person);
        boolean wouldBeMailed = decision.status() == Status.PLANNED || decision.reason() == Reason.NO_CAPACITY;
        return wouldBeMailed && !planning.promises().isMade(person);
    }

    /**
     * @param modelled turns a history into what the models say of it
     * @return empty where nobody is planned anew, or there is no schedule
     */
    public static Optional<Costs> of(Planning planning, Plan plan, Function<History, Known> modelled) {
        var costing = new Costing(planning, plan);
        return costing.people.length == 0 || !planning.campaign().schedule().isGiven()
                ? Optional.empty()
                : Optional.of(costing.costs(modelled));
    }

    private Costs costs(Function<History, Known> modelled) {
        BitSet sample = new BitSet();
        Arrays.stream(people).forEach(sample::set);
        Known even = modelled.apply(new Half(planning.history(), sample, 0));
        Known odd = modelled.apply(new Half(planning.history(), sample, 1));
        double[] plan = both(even, odd, planning.campaign().schedule(), true, false);
        List<Alternative> others = new ArrayList<>();
        Schedule schedule = planning.campaign().schedule();
        if (RelayRoom.isLimited(planning)) {
            others.add(other(Rule.HOURLY_LIMIT, both(even, odd, schedule, false, false), plan));
        }
        if (schedule.quiet() != null) {
            others.add(other(Rule.QUIET_HOURS, both(even, odd, schedule.withoutQuietHours(), true, false), plan));
        }
        others.add(other(Rule.OWN_HOURS, both(even, odd, schedule, true, true), plan));
        return new Costs(
                planning.hours().areValuesChances(),
                planned,
                people.length,
                forAll(Interval.of(plan)),
                others,
                new WantedItems(planning, people, isPlain).of(even, odd).map(this::forAll));
    }

    private Alternative other(Rule rule, double[] values, double[] plan) {
        return new Alternative(rule, forAll(Interval.ofDifference(values, plan)));
    }

    private Interval forAll(Interval mean) {
        return new Interval(mean.mean() * planned, mean.low() * planned, mean.high() * planned, mean.number());
    }

    private Costs.Items forAll(Costs.Items means) {
        return new Costs.Items(forAll(means.plan()), forAll(means.popularMore()));
    }

    /** The worth to each of the people, chosen by the one and valued by the other, and the other way round. */
    private double[] both(Known one, Known other, Schedule schedule, boolean isLimited, boolean isForAll) {
        double[] values = worth(one.hours(), other.hours(), schedule, isLimited, isForAll);
        double[] back = worth(other.hours(), one.hours(), schedule, isLimited, isForAll);
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] + back[i]) / 2;
        }
        return values;
    }

    private double[] worth(Hours by, Hours judge, Schedule schedule, boolean isLimited, boolean isForAll) {
        boolean isShared = isLimited && RelayRoom.isLimited(planning);
        var table = new Table(schedule, by, isForAll, isShared);
        int[] localHours = isShared ? shared(table) : wished(table);
        double[] worth = new double[people.length];
        Chunks.each(people.length, (chunk, from, to) -> {
            for (int i = from; i < to; i++) {
                worth[i] = localHours[i] < 0 ? 0 : judge.values(people[i], table.days(i))[localHours[i]];
            }
        });
        return worth;
    }

    private int[] wished(Table table) {
        int[] localHours = new int[people.length];
        Chunks.each(people.length, (chunk, from, to) -> {
            for (int i = from; i < to; i++) {
                SendWindow window = table.window(i);
                int best = window.best(table.values(i));
                localHours[i] = best < 0 ? -1 : window.localHour(best);
            }
        });
        return localHours;
    }

    private int[] shared(Table table) {
        Set<SendWindow> windows = new HashSet<>();
        for (int i = 0; i < people.length; i++) {
            windows.add(table.window(i));
        }
        var clock = new ClockHours(windows);
        int[] all = IntStream.range(0, people.length).toArray();
        Rooms rooms = new RelayRoom(planning, clock).rooms().part(one);
        var hours = new AlikeHours(clock, rooms);
        var wishes = new Wishes(all, table, hours, i -> false);
        Assignment assignment = Assignment.of(wishes, hours.rooms(), Long.MAX_VALUE);
        var dealt = new Dealing(people.length, wishes, hours, assignment, i -> 0);
        return Arrays.stream(all)
                .map(i ->
                        dealt.slot(i) == dealt.nowhere() ? -1 : table.window(i).localHour(dealt.hour(i)))
                .toArray();
    }

    /** When the looked at may be mailed by a schedule, and what their hours are worth by some hours; by their place here. */
    private final class Table implements HourTable {

        private final Schedule schedule;
        private final Hours hours;
        private final boolean isForAll;
        private final boolean isShared;
        private final Map<ZoneId, SendWindow> windows = new ConcurrentHashMap<>();
        private final double[] common;

        Table(Schedule schedule, Hours hours, boolean isForAll, boolean isShared) {
            this.schedule = schedule;
            this.hours = hours;
            this.isForAll = isForAll;
            this.isShared = isShared;
            common = new double[hours.chances(people[0]).length];
            for (int i = 0; i < people.length; i++) {
                double[] chances = hours.chances(people[i]);
                for (int hour = 0;
                        hour < common.length && planning.audience().allowsPersonalization(people[i]);
                        hour++) {
                    common[hour] += chances[hour] / people.length;
                }
            }
        }

        @Override
        public SendWindow window(int i) {
            return windows.computeIfAbsent(
                    planning.audience().customer(people[i]).zone(),
                    zone -> SendWindow.of(schedule, planning.start(), planning.end(), zone, planning.now()));
        }

        Weekdays days(int i) {
            return window(i).days(isShared);
        }

        @Override
        public double[] values(int i) {
            return isForAll || isPlain[i] ? common : hours.telling(people[i], days(i));
        }
    }
}
