package org.personalize.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.personalize.campaign.Campaign.Groups;
import org.personalize.campaign.Slot;
import org.personalize.campaign.Slot.Otherwise;
import org.personalize.history.Kind;
import org.personalize.plan.Decision.Status;
import org.personalize.taste.Ranking;
import org.personalize.template.Condition;
import org.personalize.template.Fields;
import org.personalize.village.Ware;

class FillingTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final Village village = new Village();

    @Test
    void theBestItemsComeFirstAndEachOncePerMail() {
        wares("a", "b", "c", "d", "e");
        slot("hero", 1, 0, Otherwise.HIDE);
        slot("picks", 3, 0, Otherwise.HIDE);
        village.person("ann");

        assertThat(village.shown("ann", "hero")).containsExactly("a");
        assertThat(village.shown("ann", "picks")).containsExactly("b", "c", "d");
        assertThat(village.whys("ann", "picks")).containsOnly("interest");
    }

    @Test
    void equalScoresAreSettledById() {
        wares("z", "b", "𐀀", "\uffee", "a");
        village.ranking = flat();
        slot("picks", 4, 0, Otherwise.HIDE);
        village.person("ann");

        assertThat(village.shown("ann", "picks")).containsExactly("a", "b", "z", "\uffee");
    }

    @Test
    void aConditionMayCompareItemAndPerson() {
        for (String market : List.of("DE", "FR", "DE", "FR")) {
            village.ware(market + village.wares.size(), null).with("market", market);
        }
        village.wheres.put(
                "picks",
                Village.condition(values -> values.get(0).equals(values.get(1)), "item.market", "customer.country"));
        slot("picks", 4, 0, Otherwise.HIDE);
        village.person("ann").with("country", "DE");
        village.person("ben").with("country", "FR");
        village.person("cem");

        assertThat(village.shown("ann", "picks")).containsExactly("DE0", "DE2");
        assertThat(village.shown("ben", "picks")).containsExactly("FR1", "FR3");
        assertThat(village.shown("cem", "picks")).isEmpty();
        assertThat(village.plan().warnings())
                .containsExactly("1 person finds nothing in slot picks: no customer.country.");
    }

    @Test
    void aConditionThatReadsMoreThanFieldsIsAskedForEachPerson() {
        wares("a", "b", "c");
        Condition mine = Village.condition(values -> values.get(0).equals(values.get(1)), "item.id", "customer.id");
        village.wheres.put("picks", new Condition() {
            @Override
            public Answer ask(Fields scope, ZoneId zone) {
                Object item = scope.field("item");
                String id = item instanceof Ware ware ? ware.id() : "";
                return id.equals(FieldPath.of("customer.likes").in(scope)) ? Answer.YES : Answer.NO;
            }

            @Override
            public Set<String> references() {
                return Set.of("received");
            }

            @Override
            public String source() {
                return mine.source();
            }
        });
        slot("picks", 2, 0, Otherwise.HIDE);
        village.person("ann").with("likes", "c");
        village.person("ben").with("likes", "b");

        assertThat(village.shown("ann", "picks")).containsExactly("c");
        assertThat(village.shown("ben", "picks")).containsExactly("b");
    }

    @Test
    void itemsWithoutAnAnswerAreCounted() {
        village.ware("a", null).with("price", 3);
        village.ware("b", null);
        village.wheres.put("picks", Village.condition(values -> true, "item.price"));
        slot("picks", 1, 0, Otherwise.HIDE);
        village.person("ann");

        assertThat(village.plan().warnings())
                .containsExactly("slot picks: 1 item lacks a value that its condition reads, and is never chosen.");
    }

    @Test
    void whatWasBoughtIsHiddenUnlessItWasGivenBack() {
        wares("a", "b", "c");
        village.slots.add(
                new Slot("picks", 3, 0, Otherwise.HIDE, Slot.From.ALL, null, true, null, 0, List.of(), Map.of()));
        village.person("ann");
        village.person("ben");
        village.event(0, Kind.PURCHASE, 0, Village.NOW.minus(DAY), null);
        village.event(0, Kind.PURCHASE, 1, Village.NOW.minus(DAY), null);
        village.event(0, Kind.REFUND, 1, Village.NOW, null);

        assertThat(village.shown("ann", "picks")).containsExactly("b", "c");
        assertThat(village.shown("ben", "picks")).containsExactly("a", "b", "c");
    }

    @Test
    void aSlotMayLookAtNothingButTheCart() {
        List.of("a", "b", "c", "d").forEach(id -> village.ware(id, null).with("price", id.equals("b") ? 0 : 9));
        village.wheres.put("picks", Village.condition(values -> values.get(0).equals(9), "item.price"));
        village.person("ann");
        village.person("ben");
        village.event(0, Kind.CART, 3, Village.NOW.minus(DAY), null);
        village.event(0, Kind.CART, 2, Village.NOW.minus(DAY), null);
        village.event(0, Kind.CART, 1, Village.NOW.minus(DAY), null);
        village.event(0, Kind.VIEW, 0, Village.NOW.minus(DAY), null);
        village.event(1, Kind.CART, 0, Village.NOW.minus(DAY), null);
        village.event(1, Kind.PURCHASE, 3, Village.NOW, null);

        from(Slot.From.CART, Otherwise.HIDE, Map.of("d", 1e9));
        assertThat(village.shown("ann", "picks")).containsExactly("d", "c");
        assertThat(village.whys("ann", "picks")).containsOnly("in_cart");
        assertThat(village.shown("ben", "picks")).isEmpty();
        from(Slot.From.VIEWED, Otherwise.SKIP_PERSON, Map.of());
        assertThat(village.shown("ann", "picks")).containsExactly("a");
        assertThat(village.whys("ann", "picks")).containsExactly("viewed");
        assertThat(village.decision("ben").reason()).isEqualTo(Reason.NOT_IN_AUDIENCE);
        from(Slot.From.VIEWED, Otherwise.POPULAR, Map.of());
        assertThat(village.shown("ben", "picks")).containsExactly("a", "c", "d");
        assertThat(village.whys("ben", "picks")).containsOnly("popular");
    }

    @Test
    void plainMailRemindsOfNothing() {
        wares("a", "b");
        village.person("ann").refusesPersonalization();
        village.event(0, Kind.CART, 1, Village.NOW.minus(DAY), null);

        from(Slot.From.CART, Otherwise.HIDE, Map.of());
        assertThat(village.shown("ann", "picks")).isEmpty();
        from(Slot.From.CART, Otherwise.POPULAR, Map.of());
        assertThat(village.whys("ann", "picks")).containsOnly("popular");
    }

    private void from(Slot.From from, Otherwise otherwise, Map<String, Double> boost) {
        village.slots.clear();
        village.slots.add(new Slot("picks", 3, 1, otherwise, from, null, false, null, 0, List.of(), boost));
    }

    @Test
    void onlyWhatIsAvailableAtTheMomentOfSendingIsShown() {
        wares("now", "later");
        village.wares.get(1).from(Village.NOW.plus(Duration.ofHours(20)));
        slot("picks", 2, 0, Otherwise.HIDE);
        village.window("2026-03-02T09:00", "2026-03-04T09:00");
        village.hours = person -> Village.at(person == 0 ? 10 : 6);
        village.person("ann");
        village.person("ben");

        assertThat(village.shown("ann", "picks")).containsExactly("now");
        assertThat(village.shown("ben", "picks")).containsExactly("now", "later");
    }

    @Test
    void pinnedComeFirstThenTheBoostedRise() {
        wares("a", "b", "c", "d");
        village.slots.add(new Slot(
                "picks",
                3,
                0,
                Otherwise.HIDE,
                Slot.From.ALL,
                null,
                false,
                null,
                0,
                List.of("d", "ghost"),
                Map.of("c", 10.0, "bb", 2.0)));
        village.person("ann");

        assertThat(village.shown("ann", "picks")).containsExactly("d", "c", "a");
        assertThat(village.whys("ann", "picks")).containsExactly("pinned", "boosted", "interest");
        assertThat(village.plan().warnings())
                .containsExactly(
                        "slot picks: pin names \"ghost\", which no item file knows.",
                        "slot picks: boost names \"bb\", which no item file knows. Did you mean b?");
    }

    @Test
    void whatSomebodyNeverWantsToSeeIsNotEvenPinned() {
        village.ware("tent", "camping", "sale");
        village.ware("stove", "Camping");
        village.ware("rope", "climbing", "Sale");
        village.ware("boots", "shoes");
        village.ware("socks", "shoes");
        village.slots.add(new Slot(
                "picks", 5, 0, Otherwise.POPULAR, Slot.From.ALL, null, false, null, 0, List.of("tent"), Map.of()));
        village.person("ann").with("never_show", List.of(" CAMPING", "socks"));
        village.person("ben").with("never_show", "sale|shoes");

        assertThat(village.shown("ann", "picks")).containsExactly("rope", "boots");
        assertThat(village.shown("ben", "picks")).containsExactly("stove");
    }

    @Test
    void tooFewItemsAreSettledAsTheSlotSays() {
        wares("a", "b", "c");
        village.person("ann");
        village.event(0, Kind.PURCHASE, 0, Village.NOW.minus(DAY), null);
        village.event(0, Kind.PURCHASE, 1, Village.NOW.minus(DAY), null);

        rules(3, 2, Otherwise.POPULAR);
        assertThat(village.shown("ann", "picks")).containsExactly("c", "a", "b");
        assertThat(village.whys("ann", "picks")).containsExactly("interest", "popular", "popular");
        rules(3, 2, Otherwise.HIDE);
        assertThat(village.shown("ann", "picks")).isEmpty();
        rules(4, 4, Otherwise.POPULAR);
        assertThat(village.shown("ann", "picks")).isEmpty();
        rules(3, 2, Otherwise.SKIP_PERSON);
        assertThat(village.decision("ann").reason()).isEqualTo(Reason.NOT_IN_AUDIENCE);
        assertThat(village.plan().warnings())
                .containsExactly("1 person finds too few items in slot picks: not_in_audience.");
    }

    @Test
    void skippingForTooFewItemsTreatsTheNoMailGroupAlike() {
        wares("a");
        village.groups = new Groups(1, 0);
        rules(1, 1, Otherwise.SKIP_PERSON);
        village.person("ann");
        village.person("ben");
        village.event(0, Kind.PURCHASE, 0, Village.NOW.minus(DAY), null);

        assertThat(village.decision("ann").reason()).isEqualTo(Reason.NOT_IN_AUDIENCE);
        assertThat(village.decision("ben").status()).isEqualTo(Status.NO_MAIL);
    }

    @Test
    void oneSkippedPersonLeavesTheItemsOfTheOthersInPlace() {
        wares("a", "b");
        slot("hero", 1, 0, Otherwise.HIDE);
        village.slots.add(new Slot(
                "picks", 1, 1, Otherwise.SKIP_PERSON, Slot.From.ALL, null, true, null, 0, List.of(), Map.of()));
        village.people(3);
        village.event(1, Kind.PURCHASE, 1, Village.NOW.minus(DAY), null);

        assertThat(village.shown("c0", "picks")).containsExactly("b");
        assertThat(village.decision("c1").reason()).isEqualTo(Reason.NOT_IN_AUDIENCE);
        assertThat(village.shown("c2", "hero")).containsExactly("a");
        assertThat(village.shown("c2", "picks")).containsExactly("b");
    }

    @Test
    void plainMailKnowsNothingOfThePersonButWhatTheyNeverWantToSee() {
        wares("a", "b", "c");
        rules(2, 0, Otherwise.HIDE);
        village.ranking = new Ranking() {
            @Override
            public void score(int person, double[] scores) {
                throw new AssertionError("nobody's taste may be asked");
            }

            @Override
            public double[] popular() {
                return new double[] {1, 3, 2};
            }

            @Override
            public String why(int person, int item) {
                throw new AssertionError("nobody's taste may be asked");
            }
        };
        village.person("ann").with("never_show", List.of("c")).refusesPersonalization();
        village.event(0, Kind.PURCHASE, 1, Village.NOW.minus(DAY), null);

        assertThat(village.shown("ann", "picks")).containsExactly("b", "a");
        assertThat(village.whys("ann", "picks")).containsOnly("popular");
    }

    @Test
    void aFilledBasketHoldsTheBestAllowedSet() {
        long seed = 99;
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            int items = 1 + random.nextInt(40);
            int pick = 1 + random.nextInt(6);
            int most = random.nextInt(4);
            int[] categories =
                    IntStream.generate(() -> random.nextInt(5) - 1).limit(items).toArray();
            double[] scores = random.doubles(items, -1, 1)
                    .map(score -> Math.round(score * 8) / 8.0)
                    .toArray();
            Basket basket =
                    new Basket(pick, most, categories, IntStream.range(0, items).toArray());
            List<Integer> offers =
                    new ArrayList<>(IntStream.range(0, items).boxed().toList());
            Collections.shuffle(offers, random);
            for (int item : offers) {
                if (basket.wants(scores[item])) {
                    basket.offer(item, scores[item]);
                }
            }
            assertThat(IntStream.range(0, basket.size()).map(basket::item).toArray())
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(bestFirst(scores, categories, pick, most));
        }
    }

    /** Sorts everything and takes from the top. */
    private static int[] bestFirst(double[] scores, int[] categories, int pick, int most) {
        Map<Integer, Integer> taken = new HashMap<>();
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparing(item -> -scores[item]))
                .filter(item ->
                        categories[item] < 0 || most == 0 || taken.merge(categories[item], 1, Integer::sum) <= most)
                .limit(pick)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Everything at once, against a plan that sorts the whole catalog for every person. */
    @Test
    void slotsHoldWhatSortingTheWholeCatalogWouldGive() {
        long seed = 12;
        Random random = new Random(seed);
        for (int round = 0; round < 25; round++) {
            village.wares.clear();
            village.people.clear();
            village.events.clear();
            village.slots.clear();
            int items = 20 + random.nextInt(400);
            for (int item = 0; item < items; item++) {
                village.ware("i" + random.nextInt(1000) + "-" + item, "k" + random.nextInt(5))
                        .with("market", random.nextInt(12));
            }
            village.wheres.put(
                    "b",
                    Village.condition(values -> values.get(0).equals(values.get(1)), "item.market", "customer.market"));
            village.ranking = random(round);
            for (String name : List.of("a", "b", "c")) {
                Map<String, Double> boost = Map.of(
                        village.wares.get(random.nextInt(items)).id(),
                        3.0,
                        village.wares.get(random.nextInt(items)).id() + (random.nextBoolean() ? "" : "x"),
                        0.2);
                village.slots.add(new Slot(
                        name,
                        1 + random.nextInt(4),
                        0,
                        Otherwise.HIDE,
                        random.nextInt(3) == 0 ? Slot.From.CART : Slot.From.ALL,
                        null,
                        true,
                        null,
                        random.nextInt(3),
                        List.of(),
                        boost));
            }
            for (int person = 0; person < 10; person++) {
                village.person("p" + person).with("market", random.nextInt(12));
                for (int event = random.nextInt(2 * items); event > 0; event--) {
                    village.event(person, Kind.PURCHASE, random.nextInt(items), Village.NOW.minus(DAY), null);
                }
                for (int event = random.nextInt(20); event > 0; event--) {
                    village.event(person, Kind.CART, random.nextInt(items), Village.NOW, null);
                }
            }
            Plan plan = village.plan();
            for (int person = 0; person < 10; person++) {
                Map<String, List<Integer>> chosen = new LinkedHashMap<>();
                plan.decision(person)
                        .slots()
                        .forEach((slot, choices) -> chosen.put(
                                slot,
                                choices.stream().map(Decision.Choice::item).toList()));
                assertThat(chosen)
                        .as("seed %d, round %d, person %d", seed, round, person)
                        .isEqualTo(sorted(person));
            }
        }
    }

    private Map<String, List<Integer>> sorted(int person) {
        double[] scores = new double[village.wares.size()];
        village.ranking.score(person, scores);
        Map<String, List<Integer>> chosen = new LinkedHashMap<>();
        Set<Integer> taken = new HashSet<>();
        Set<Integer> cart = new HashSet<>();
        village.events.stream()
                .filter(event -> event.person() == person)
                .forEach(event -> (event.kind() == Kind.CART ? cart : taken).add(event.item()));
        for (Slot slot : village.slots) {
            Map<String, Integer> perCategory = new HashMap<>();
            List<Integer> picks = IntStream.range(0, scores.length)
                    .boxed()
                    .filter(item -> !taken.contains(item))
                    .filter(item -> slot.from() == Slot.From.ALL || cart.contains(item))
                    .filter(item -> !slot.name().equals("b")
                            || village.wares
                                    .get(item)
                                    .field("market")
                                    .equals(village.people.get(person).field("market")))
                    .sorted(Comparator.<Integer>comparingDouble(item -> -scores[item]
                                    - StrictMath.log(slot.boost()
                                            .getOrDefault(
                                                    village.wares.get(item).id(), 1.0)))
                            .thenComparing(item -> village.wares.get(item).id()))
                    .filter(item -> slot.maxPerCategory() == 0
                            || perCategory.merge(village.wares.get(item).category(), 1, Integer::sum)
                                    <= slot.maxPerCategory())
                    .limit(slot.pick())
                    .toList();
            taken.addAll(picks);
            chosen.put(slot.name(), picks);
        }
        return chosen;
    }

    /** Scores with many equals among them. */
    private Ranking random(int round) {
        return new Ranking() {
            @Override
            public void score(int person, double[] scores) {
                Random random = new Random(round * 1000L + person);
                Arrays.setAll(scores, item -> random.nextInt(60) / 7.0);
            }

            @Override
            public double[] popular() {
                return new double[village.wares.size()];
            }

            @Override
            public String why(int person, int item) {
                return "interest";
            }
        };
    }

    private void rules(int pick, int atLeast, Otherwise otherwise) {
        village.slots.clear();
        village.slots.add(
                new Slot("picks", pick, atLeast, otherwise, Slot.From.ALL, null, true, null, 0, List.of(), Map.of()));
    }

    private void slot(String name, int pick, int atLeast, Otherwise otherwise) {
        village.slots.add(
                new Slot(name, pick, atLeast, otherwise, Slot.From.ALL, null, false, null, 0, List.of(), Map.of()));
    }

    private void wares(String... ids) {
        Arrays.stream(ids).forEach(id -> village.ware(id, null));
    }

    private Ranking flat() {
        return new Ranking() {
            @Override
            public void score(int person, double[] scores) {
                Arrays.fill(scores, 0);
            }

            @Override
            public double[] popular() {
                return new double[village.wares.size()];
            }

            @Override
            public @Nullable String why(int person, int item) {
                return "popular";
            }
        };
    }
}
