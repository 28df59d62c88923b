package org.personalize.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.personalize.history.History;
import org.personalize.history.Kind;
import org.personalize.measure.Interval;
import org.personalize.plan.Costs.Alternative;
import org.personalize.plan.Costs.Rule;
import org.personalize.rhythm.Hours;
import org.personalize.rhythm.Weekdays;

class CostingTest {

    private static final int PEOPLE = 400;

    private final Village village =
            new Village().window("2026-03-03T00:00", "2026-03-05T00:00").quiet("21:00", "07:00");

    @Test
    void luckyGuessesAreNotCountedAsGains() {
        village.people(PEOPLE);
        AtomicInteger half = new AtomicInteger();
        Costs costs = costs(history -> noise(half.incrementAndGet()));

        Interval own = more(costs).get(Rule.OWN_HOURS);
        assertThat(own.low()).isLessThan(0);
        assertThat(own.high()).isPositive();
        Interval flattered = more(costs(history -> noise(1))).get(Rule.OWN_HOURS);
        assertThat(flattered.high()).isLessThan(-0.3 * PEOPLE);
    }

    @Test
    void whatEachRuleCostsHasItsSign() {
        village.people(PEOPLE);
        village.maxPerHour = 12;
        Costs costs = costs(history -> likings());

        Map<Rule, Interval> more = more(costs);
        assertThat(costs.people()).isEqualTo(PEOPLE);
        assertThat(costs.areReactions()).isFalse();
        assertThat(more.keySet()).containsExactlyInAnyOrder(Rule.values());
        assertThat(more.get(Rule.HOURLY_LIMIT).low()).isPositive();
        assertThat(more.get(Rule.QUIET_HOURS).low()).isPositive();
        assertThat(more.get(Rule.OWN_HOURS).high()).isNegative();
    }

    @Test
    void theWorthOfThePlanIsThatOfTheHoursChosen() {
        village.people(PEOPLE);
        village.hours = CostingTest::liking;
        Costs costs = costs(history -> likings());

        Plan plan = village.plan();
        double worth = IntStream.range(0, PEOPLE)
                .mapToDouble(person -> liking(person)[
                        plan.decision(person).sendAt().atOffset(ZoneOffset.UTC).getHour()])
                .sum();
        assertThat(costs.plan().mean()).isCloseTo(worth, within(1e-6));
    }

    @Test
    void popularItemsForAllAreValuedBesideTheChosenOnes() {
        village.people(30);
        village.ware("a", null);
        village.ware("b", null);
        village.slots.add(village.slot("hero", 1));
        Costs costs = Costing.of(
                        village.planning(),
                        village.plan(),
                        history -> new Known(likings(), new Village.Scored(new double[] {0, -40})))
                .orElseThrow();

        assertThat(costs.items()).contains(new Costs.Items(new Interval(15, 15, 15, 30), new Interval(0, 0, 0, 30)));
    }

    @Test
    void everyEventIsInOneHalfAndWeeksStayWhole() {
        village.people(2);
        for (int day = 0; day < 60; day++) {
            village.event(day % 2, Kind.CLICK, -1, Village.NOW.minus(Duration.ofDays(60 - day)), null);
        }
        History all = village.planning().history();
        BitSet both = new BitSet();
        both.set(0, 2);
        var even = new Half(all, both, 0);
        var odd = new Half(all, both, 1);

        for (int person = 0; person < 2; person++) {
            int[] joined = IntStream.concat(Arrays.stream(even.eventsOf(person)), Arrays.stream(odd.eventsOf(person)))
                    .sorted()
                    .toArray();
            assertThat(joined).isEqualTo(all.eventsOf(person));
            assertThat(even.eventsOf(person).length).isBetween(10, 20);
        }
        both.clear(1);
        assertThat(even.eventsOf(1)).isEmpty();
    }

    @Test
    void whereNobodyIsPlannedOrThereIsNoWindowThereIsNothingToValue() {
        assertThat(Costing.of(village.planning(), village.plan(), history -> new Known(likings(), village.ranking)))
                .isEmpty();
        var atOnce = new Village();
        atOnce.people(3);
        assertThat(Costing.of(atOnce.planning(), atOnce.plan(), history -> new Known(likings(), atOnce.ranking)))
                .isEmpty();
    }

    private Costs costs(Function<History, Hours> hours) {
        return Costing.of(
                        village.planning(), village.plan(), history -> new Known(hours.apply(history), village.ranking))
                .orElseThrow();
    }

    private static Map<Rule, Interval> more(Costs costs) {
        return costs.alternatives().stream().collect(Collectors.toMap(Alternative::rule, Alternative::more));
    }

    /** Somebody's best hour is anywhere; half of it is left in the hours beside it. */
    private static double[] liking(int person) {
        double[] values = new double[24];
        int best = person * 7 % 24;
        values[best] = 0.4;
        values[(best + 1) % 24] = 0.2;
        values[(best + 23) % 24] = 0.2;
        return values;
    }

    private Hours likings() {
        return new Fixed(PEOPLE, person -> liking(person));
    }

    private static Hours noise(int seed) {
        return new Fixed(
                PEOPLE,
                person -> new Random(seed * 1_000_003L + person).doubles(24).toArray());
    }

    /** Hours that are what they are, whatever anybody did. */
    private static final class Fixed implements Hours {

        private final double[][] values;

        Fixed(int people, IntFunction<double[]> values) {
            this.values = IntStream.range(0, people).mapToObj(values).toArray(double[][]::new);
        }

        @Override
        public double[] chances(int person) {
            return values[person].clone();
        }

        @Override
        public double evidence(int person) {
            return 1;
        }

        @Override
        public boolean hasPersonalHour(int person) {
            return true;
        }

        @Override
        public double[] telling(int person, Weekdays days) {
            return values[person].clone();
        }

        @Override
        public boolean areValuesChances() {
            return true;
        }
    }
}
