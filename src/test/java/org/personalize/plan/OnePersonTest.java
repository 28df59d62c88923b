package org.personalize.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Slot;
import org.personalize.campaign.Slot.Otherwise;
import org.personalize.history.Kind;

/** What is told of one person is what the plan of everybody does: the decision, and what rules kept out. */
class OnePersonTest {

    private static final int ROUNDS = 60;

    private static Village village(Random random) {
        var village = new Village();
        village.people(5 + random.nextInt(30));
        int items = 4 + random.nextInt(60);
        for (int item = 0; item < items; item++) {
            village.ware("i" + item, "category" + random.nextInt(4)).with("price", random.nextInt(10));
        }
        for (int event = 0; event < 60; event++) {
            Kind kind = random.nextInt(4) == 0 ? Kind.REFUND : Kind.PURCHASE;
            int person = random.nextInt(village.people.size());
            village.event(person, kind, random.nextInt(items), Village.NOW.minusSeconds(86_400), null);
        }
        for (int event = 3 * village.people.size(); event > 0; event--) {
            int person = random.nextInt(village.people.size());
            village.event(person, Kind.CART, random.nextInt(items), Village.NOW.minusSeconds(3_600), null);
        }
        village.people.forEach(person -> {
            if (random.nextInt(3) == 0) {
                person.with("never_show", List.of("i" + random.nextInt(items), "category" + random.nextInt(4)));
            }
        });
        village.variants = List.of("one", "two");
        village.groups = new Campaign.Groups(0.1 * random.nextInt(3), 0.1 * random.nextInt(3));
        village.hours = person -> Village.at(person * 7 % 24);
        if (random.nextBoolean()) {
            village.window("2026-03-03T00:00", "2026-03-04T00:00");
            village.randomHours = random.nextBoolean() ? 0.2 : 0;
            village.maxPerHour = random.nextInt(3) == 0 ? 3 : 0;
        }
        village.wheres.put("picks", Village.condition(values -> ((Number) values.get(0)).intValue() > 2, "item.price"));
        int pick = 1 + random.nextInt(4);
        Otherwise otherwise = Otherwise.values()[random.nextInt(Otherwise.values().length)];
        village.slots.add(village.slot("hero", 1));
        village.slots.add(new Slot(
                "picks",
                pick,
                random.nextInt(pick + 1),
                otherwise,
                random.nextInt(4) == 0 ? Slot.From.CART : Slot.From.ALL,
                null,
                random.nextBoolean(),
                null,
                random.nextInt(3),
                random.nextBoolean() ? List.of("i1") : List.of(),
                random.nextBoolean() ? Map.of("i3", 3.0) : Map.of()));
        return village;
    }

    @Test
    void oneDecisionIsThatOfThePlanOfEverybody() {
        for (int seed = 1; seed <= ROUNDS; seed++) {
            Planning planning = village(new Random(seed)).planning();
            Plan plan = Planner.plan(planning);
            for (int person = 0; person < plan.size(); person++) {
                assertThat(Planner.decide(planning, person))
                        .as("seed " + seed + ", person " + person)
                        .isEqualTo(plan.decision(person));
            }
        }
    }

    @Test
    void whateverIsBetterThanTheLastItemShownIsSaidToBeKeptOutByARuleAndNothingShownIs() {
        int told = 0;
        for (int seed = 1; seed <= ROUNDS; seed++) {
            Village village = village(new Random(seed));
            Planning planning = village.planning();
            Plan plan = Planner.plan(planning);
            for (int person = 0; person < plan.size(); person++) {
                Decision decision = plan.decision(person);
                if (decision.status() == Decision.Status.PLANNED && decision.group() == Decision.Group.NONE) {
                    var omissions = new Omissions(planning, decision);
                    for (Slot slot : village.slots) {
                        told += check("seed " + seed + ", person " + person, omissions, planning, slot, decision);
                    }
                }
            }
        }
        assertThat(told).isGreaterThan(100);
    }

    private static int check(String what, Omissions omissions, Planning planning, Slot slot, Decision decision) {
        List<Decision.Choice> choices = decision.slots().getOrDefault(slot.name(), List.of());
        boolean isPersonal = choices.stream().noneMatch(choice -> choice.why().equals(Filling.POPULAR));
        if (choices.isEmpty() || !isPersonal) {
            return 0;
        }
        var scores = new double[planning.catalog().size()];
        planning.ranking().score(decision.person(), scores);
        Set<Integer> shown = new HashSet<>();
        List<Double> earned = new ArrayList<>();
        for (Decision.Choice choice : choices) {
            shown.add(choice.item());
            if (!choice.why().equals(Filling.PINNED)) {
                earned.add(score(scores, planning, slot, choice.item()));
            }
        }
        double last = earned.stream().min(Double::compare).orElse(Double.NEGATIVE_INFINITY);
        long better = 0;
        for (int item = 0; item < scores.length; item++) {
            better += !shown.contains(item) && score(scores, planning, slot, item) > last ? 1 : 0;
        }
        List<Omissions.Omission> found = omissions.of(slot);
        long explained =
                found.stream().mapToLong(Omissions.Omission::betterCount).sum();
        boolean isFull = choices.size() == slot.pick();
        if (isFull && !earned.isEmpty()) {
            assertThat(explained).as(what + ", slot " + slot.name()).isEqualTo(better);
        }
        found.forEach(omission -> assertThat(omission.better()).as(what).doesNotContainAnyElementsOf(shown));
        return (int) Math.min(1, better);
    }

    private static double score(double[] scores, Planning planning, Slot slot, int item) {
        double factor = slot.boost().getOrDefault(planning.catalog().item(item).id(), 1.0);
        return Filling.boosted(scores[item], factor);
    }
}
