package org.personalize.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.personalize.campaign.Campaign.Groups;
import org.personalize.campaign.Draw;
import org.personalize.campaign.Slot.Otherwise;
import org.personalize.plan.Decision.Group;
import org.personalize.plan.Decision.Status;

/** What must hold of every plan, tried on drawn villages. */
class PlanPropertiesTest {

    private static final List<String> ZONES = List.of(
            "Europe/Berlin", "Asia/Kathmandu", "America/St_Johns", "UTC", "Pacific/Chatham", "Australia/Lord_Howe");

    @Test
    void thePlanIsTheSameOnAnyNumberOfThreads() throws Exception {
        Village village = drawn(new Random(4), 9_000, 160);
        List<List<Decision>> plans = new ArrayList<>();
        for (int threads : new int[] {1, 2, 8}) {
            plans.add(new ForkJoinPool(threads)
                    .submit(() -> decisions(village.plan()))
                    .get());
        }

        assertThat(plans.get(1)).isEqualTo(plans.get(0));
        assertThat(plans.get(2)).isEqualTo(plans.get(0));
    }

    @Test
    void twoCampaignsTogetherKeepTheLimitInEveryHour() {
        for (int seed = 0; seed < 6; seed++) {
            Village first = drawn(new Random(seed), 900, 9);
            Map<Instant, Integer> perHour = perHour(decisions(first.plan()));
            Village second = drawn(new Random(seed), 500, 9);
            second.name = "second";
            perHour.forEach((hour, mails) -> second.promised.put(hour.getEpochSecond() / 3600, mails));
            perHour(decisions(second.plan())).forEach((hour, mails) -> perHour.merge(hour, mails, Integer::sum));

            assertThat(perHour.values()).as("seed %d", seed).allMatch(mails -> mails <= 9);
        }
    }

    @Test
    void noOtherSharingOutOfTheHoursIsWorthMore() {
        for (int seed = 0; seed < 25; seed++) {
            Village village = drawn(new Random(seed), 60, 1 + seed % 3);
            village.randomHours = 0;
            village.groups = new Groups(0, 0);
            Plan plan = village.plan();
            double worth = 0;
            for (Decision decision : decisions(plan)) {
                if (decision.status() == Status.PLANNED) {
                    worth += village.hours.apply(decision.person())[hour(village, decision)];
                }
            }

            double best = new CheapestFlow(bids(village), rooms(village)).worth() / 1e6;
            assertThat(worth).as("seed %d", seed).isCloseTo(best, within(1e-3));
            assertThat(plan.sharing().orElseThrow().value()).isCloseTo(best, within(1e-3));
            assertThat(plan.sharing().orElseThrow().gap()).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void groupsHaveTheirSharesAndNobodyLeavesOneWhenOthersJoin() {
        Village village = new Village();
        village.groups = new Groups(0.05, 0.1);
        village.people(2_000);
        List<Decision> before = decisions(village.plan());
        IntStream.range(2_000, 20_000).forEach(i -> village.person("c" + i));
        List<Decision> after = decisions(village.plan());

        assertThat(after.subList(0, 2_000).stream().map(Decision::group))
                .containsExactlyElementsOf(before.stream().map(Decision::group).toList());
        assertShare(after, Group.NO_MAIL, 0.05);
        assertShare(after, Group.PLAIN_MAIL, 0.1);
    }

    /** Within five standard errors of a binomial share. */
    private static void assertShare(List<Decision> decisions, Group group, double share) {
        double expected = share * decisions.size();
        double error = Math.sqrt(expected * (1 - share));
        long found = decisions.stream().filter(d -> d.group() == group).count();
        assertThat((double) found).as(group.word()).isCloseTo(expected, within(5 * error));
    }

    @Test
    void drawsOfDifferentPurposesKnowNothingOfEachOther() {
        List<String> purposes = List.of("group", "variant", "random_hours", "hour", "quarter", "turn", "slot_picks");
        int people = 20_000;
        double[][] draws = new double[purposes.size()][people];
        Draw draw = new Draw("village");
        for (int purpose = 0; purpose < draws.length; purpose++) {
            for (int person = 0; person < people; person++) {
                draws[purpose][person] = draw.of(purposes.get(purpose), "spring", 1, "c" + person) - 0.5;
            }
        }
        for (int one = 0; one < draws.length; one++) {
            for (int other = 0; other < one; other++) {
                double sum = 0;
                for (int person = 0; person < people; person++) {
                    sum += draws[one][person] * draws[other][person] * 12;
                }
                assertThat(sum / people)
                        .as("%s and %s", purposes.get(one), purposes.get(other))
                        .isCloseTo(0, within(5 / Math.sqrt(people)));
            }
        }
    }

    /** Weighting each hour by one over its chance makes every hour count as often as every other: once per person. */
    @Test
    void theChanceOfAnHourIsHowOftenItComesAbout() {
        int people = 240;
        int seeds = 300;
        double[] weights = new double[6];
        for (int seed = 0; seed < seeds; seed++) {
            Village village = new Village().window("2026-03-03T06:00", "2026-03-03T12:00");
            village.seed = "s" + seed;
            village.maxPerHour = 55;
            village.randomHours = 0.6;
            village.hours = person -> hours(person % 4 == 0 ? person : 1);
            village.people(people);
            for (Decision decision : decisions(village.plan())) {
                weights[hour(village, decision) - 6] += 1 / decision.hourChance() / people / seeds;
            }
        }

        assertThat(weights).hasSize(6);
        for (double weight : weights) {
            assertThat(weight).isCloseTo(1, within(0.04));
        }
    }

    @Test
    void theChanceOfAnItemIsHowOftenItComesAbout() {
        int people = 20_000;
        Village village = new Village();
        village.randomHours = 0.5;
        for (String id : List.of("a", "b", "c", "d", "e")) {
            village.ware(id, null);
        }
        village.ranking = new Village.Scored(new double[] {5, 1, 0.98, 0.96, 0.5});
        village.slots.add(village.slot("picks", 2));
        village.people(people);
        double[] weights = new double[5];
        Map<Integer, Integer> counts = new HashMap<>();
        for (Decision decision : decisions(village.plan())) {
            List<Decision.Choice> shown = decision.slots().get("picks");
            assertThat(shown).hasSize(2);
            assertThat(shown.get(0)).isEqualTo(new Decision.Choice(0, "interest", 1));
            weights[shown.get(1).item()] += 1 / shown.get(1).chance() / people;
            counts.merge(shown.get(1).item(), 1, Integer::sum);
        }

        assertThat(counts).containsOnlyKeys(1, 2, 3);
        for (int item = 1; item <= 3; item++) {
            assertThat(weights[item]).isCloseTo(1, within(0.06));
        }
    }

    @Test
    void whoSharesAnHourWithManyEqualsGetsItByLotAndTheLotIsTold() {
        Village village = new Village().window("2026-03-03T06:00", "2026-03-03T10:00");
        village.maxPerHour = 25;
        village.hours = person -> hours(1);
        village.people(80);

        Map<Integer, List<Decision>> byHour = new HashMap<>();
        for (Decision decision : decisions(village.plan())) {
            byHour.computeIfAbsent(hour(village, decision), hour -> new ArrayList<>())
                    .add(decision);
        }
        for (List<Decision> together : byHour.values()) {
            assertThat(together).allMatch(decision -> Math.abs(decision.hourChance() - together.size() / 80.0) < 1e-6);
        }
        assertThat(byHour.values().stream().mapToInt(List::size).sum()).isEqualTo(80);
    }

    @Test
    void asFewOfTheFirstEqualHoursAsHoldAllAreFilledAlike() {
        assertThat(perHourOfNinety(Village.at(9)))
                .containsOnly(
                        Map.entry(Instant.parse("2026-03-03T09:00:00Z"), 45),
                        Map.entry(Instant.parse("2026-03-04T09:00:00Z"), 45));
    }

    @Test
    void whereAllHoursAreWorthTheSameTheFirstOfThemAreTaken() {
        assertThat(perHourOfNinety(new double[24]))
                .containsOnly(
                        Map.entry(Instant.parse("2026-03-03T06:00:00Z"), 45),
                        Map.entry(Instant.parse("2026-03-03T07:00:00Z"), 45));
    }

    /** Ninety people who are all alike, of whom fifty fit into an hour. */
    private static Map<Instant, Integer> perHourOfNinety(double[] hours) {
        Village village = new Village().window("2026-03-03T06:00", "2026-03-06T00:00");
        village.maxPerHour = 50;
        village.hours = person -> hours;
        village.people(90);
        return perHour(decisions(village.plan()));
    }

    @Test
    void aWindowOfAYearIsSharedOutAsTheDaysThatAreNeeded() {
        assertThat(decisionsOfBerlin("2027-03-03T00:00")).isEqualTo(decisionsOfBerlin("2026-03-13T00:00"));
    }

    private static List<Decision> decisionsOfBerlin(String end) {
        Village village = new Village().window("2026-03-03T00:00", end);
        village.maxPerHour = 40;
        village.people(300);
        village.people.forEach(person -> person.in("Europe/Berlin"));
        village.hours = person -> hours(17 + person % 3);
        return decisions(village.plan());
    }

    @Test
    void aNewSenderSendsNoMoreADayThanTheWarmUpAllows() {
        Village village = new Village().window("2026-03-03T00:00", "2026-03-07T00:00");
        village.warmUp = List.of(10, 20, 40);
        village.hours = person -> hours(person);
        village.people(100);

        Plan plan = village.plan();
        Map<String, Integer> byDay = new HashMap<>();
        perHour(decisions(plan))
                .forEach((hour, mails) -> byDay.merge(hour.toString().substring(8, 10), mails, Integer::sum));

        assertThat(byDay.get("03")).isLessThanOrEqualTo(10);
        assertThat(byDay.get("04")).isLessThanOrEqualTo(20);
        assertThat(byDay.get("05")).isLessThanOrEqualTo(40);
        assertThat(byDay.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
        assertThat(plan.sharing().orElseThrow().leftOut()).isZero();
        village.window("2026-03-03T00:00", "2026-03-05T00:00");
        assertThat(village.plan().warnings())
                .containsExactly("70 of 100 people do not fit: warm_up takes [10, 20, 40], and 48 clock hours are"
                        + " permitted. A longer window would do, or a quicker warm-up.");
    }

    @Test
    void whoseBestHourIsPastGetsTheNextBestAndIsCounted() {
        Village village = new Village().window("2026-03-02T06:00", "2026-03-02T20:00");
        village.hours = person -> hours(person == 0 ? 7 : 15);
        village.people(3);

        assertThat(village.plan().warnings())
                .containsExactly("1 person finds their best hour past: the next best permitted one is theirs.");
        assertThat(village.decision("c0").sendAt().toString()).startsWith("2026-03-02T09:");
    }

    private static double[] hours(int best) {
        double[] values = new double[24];
        Arrays.setAll(values, hour -> 1.0 / (1 + Math.abs(hour - Math.floorMod(best, 24))));
        return values;
    }

    /** People of some zones, each with likings of their own, under a limit that many hours feel. */
    private static Village drawn(Random random, int people, int perHour) {
        Village village =
                new Village().window("2026-03-28T00:00", "2026-03-30T12:00").quiet("22:15", "06:30");
        village.maxPerHour = perHour;
        village.randomHours = 0.1;
        village.groups = new Groups(0.05, 0.1);
        village.people(people);
        village.people.forEach(person -> person.in(ZONES.get(random.nextInt(ZONES.size()))));
        int[] best = random.ints(people, 0, 200).toArray();
        village.hours = person -> hours(best[person] < 100 ? 18 : best[person]);
        village.ware("a", null);
        village.slots.add(village.slot("picks", 1));
        assertThat(village.slots.get(0).otherwise()).isEqualTo(Otherwise.HIDE);
        return village;
    }

    private static int hour(Village village, Decision decision) {
        return decision.sendAt()
                .atZone(village.people.get(decision.person()).zone())
                .getHour();
    }

    private static Map<Instant, Integer> perHour(List<Decision> decisions) {
        Map<Instant, Integer> perHour = new HashMap<>();
        for (Decision decision : decisions) {
            if (decision.status() == Status.PLANNED) {
                Instant hour = Instant.ofEpochSecond(decision.sendAt().getEpochSecond() / 3600 * 3600);
                perHour.merge(hour, 1, Integer::sum);
            }
        }
        return perHour;
    }

    private static List<Decision> decisions(Plan plan) {
        return IntStream.range(0, plan.size()).mapToObj(plan::decision).toList();
    }

    /** The same question asked anew: every person by every clock hour, in millionths. */
    private static Bids bids(Village village) {
        long first = Instant.parse("2026-03-27T00:00:00Z").getEpochSecond() / 3600;
        return new Bids() {
            @Override
            public int size() {
                return village.people.size();
            }

            @Override
            public int people(int bidder) {
                return 1;
            }

            @Override
            public int worth(int bidder, int slot) {
                int best = FORBIDDEN;
                for (int quarter = 0; quarter < 4; quarter++) {
                    var local = Instant.ofEpochSecond((first + slot) * 3600 + quarter * 900L)
                            .atZone(village.people.get(bidder).zone())
                            .toLocalDateTime();
                    boolean isInside = !local.isBefore(village.start.local()) && local.isBefore(village.end.local());
                    if (isInside && OpenHours.isPermitted(village.schedule(), local)) {
                        best = Math.max(best, (int) (village.hours.apply(bidder)[local.getHour()] * 1e6));
                    }
                }
                return best;
            }
        };
    }

    private static Rooms rooms(Village village) {
        return Rooms.of(
                IntStream.range(0, 24 * 5).map(slot -> village.maxPerHour).toArray());
    }
}
