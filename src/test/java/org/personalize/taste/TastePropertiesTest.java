package org.personalize.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.personalize.history.History;
import org.personalize.history.Log;
import org.personalize.measure.Work;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCatalog;

/** What holds of every ranking, whatever the log. */
class TastePropertiesTest {

    private static final Work WORK = Work.ofSeconds(1);
    private static final int SEEDS = 12;

    private record Shop(SmallAudience people, SmallCatalog items, List<String> lines) {

        Taste taste(boolean isTrained) {
            History history = new Log(people, items).of(lines.toArray(String[]::new));
            TasteModel model = isTrained
                    ? TasteTraining.train(people, items, history, Set.of(), Log.NOW, WORK)
                            .model()
                    : TasteModel.untrained();
            return new Taste(model, people, items, history, new Interests(people, items), Log.NOW);
        }

        double[] scores(Taste taste, int person) {
            var scores = new double[items.size()];
            taste.score(person, scores);
            return scores;
        }
    }

    /** A shop of random size, where anything may be missing, come late, be wanted by everybody or by nobody. */
    private static Shop shop(long seed) {
        var random = new Random(seed);
        var people = new SmallAudience();
        int size = 1 + random.nextInt(random.nextBoolean() ? 5 : 150);
        for (int person = 0; person < size; person++) {
            people.add("p" + person);
        }
        var items = new SmallCatalog();
        int number = 1 + random.nextInt(random.nextBoolean() ? 3 : 40);
        for (int item = 0; item < number; item++) {
            var ware = items.add("i" + item, random.nextInt(3) == 0 ? null : "c" + random.nextInt(4), "t" + item % 3);
            if (random.nextInt(4) == 0) {
                ware.with("available_from", Log.NOW.plus(Duration.ofDays(random.nextInt(400) - 380)));
            }
        }
        List<String> lines = new ArrayList<>();
        String[] kinds = {"purchase", "view", "click", "cart", "rating", "refund"};
        int events = random.nextInt(random.nextBoolean() ? 30 : 2_000);
        for (int event = 0; event < events; event++) {
            int person = random.nextInt(4) == 0 ? 0 : random.nextInt(size);
            int item = random.nextInt(3) == 0 ? 0 : random.nextInt(number + 2);
            Instant when = Log.NOW.minusSeconds(random.nextInt(200 * 86_400) - 86_400);
            String value = random.nextInt(5) == 0 ? "NaN" : "" + random.nextInt(10);
            lines.add("p" + person + ";" + kinds[random.nextInt(kinds.length)] + ";" + when + ";i" + item + ";" + value
                    + ";;;");
        }
        return new Shop(people, items, lines);
    }

    private static boolean isSpurned(Taste taste, int person, int item) {
        return taste.desk(person).isSpurned(item);
    }

    @Test
    void noScoreIsEverMissingAndTheTopIsTheTopOfAll() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Shop shop = shop(seed);
            for (boolean isTrained : new boolean[] {false, true}) {
                Taste taste = shop.taste(isTrained);
                var offered = new BitSet();
                IntStream.range(0, shop.items().size()).filter(i -> i % 3 != 1).forEach(offered::set);
                Selection some = taste.among(offered);
                for (int person = 0; person < shop.people().size(); person++) {
                    int who = person;
                    double[] scores = shop.scores(taste, person);
                    assertThat(DoubleStream.of(scores)).as("seed %d", seed).allMatch(Double::isFinite);
                    assertThat(some.top(person, 4, item -> item != 3))
                            .as("seed %d", seed)
                            .containsExactly(best(
                                    scores,
                                    shop,
                                    item -> offered.get(item) && item != 3 && !isSpurned(taste, who, item),
                                    4));
                    BitSet had = taste.had(person);
                    assertThat(IntStream.of(taste.topOfHad(person, 3, item -> true)))
                            .as("seed %d", seed)
                            .allMatch(had::get);
                }
            }
        }
    }

    private static int[] best(double[] scores, Shop shop, java.util.function.IntPredicate allowed, int most) {
        return IntStream.range(0, scores.length)
                .filter(allowed)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer item) -> -scores[item])
                        .thenComparing(item -> shop.items().item(item).id()))
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Test
    void theOrderOfTheRowsSaysNothing() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Shop shop = shop(seed);
            List<String> shuffled = new ArrayList<>(shop.lines());
            Collections.shuffle(shuffled, new Random(seed));
            Taste first = shop.taste(true);
            Taste second = new Shop(shop.people(), shop.items(), shuffled).taste(true);
            for (int person = 0; person < shop.people().size(); person++) {
                assertThat(shop.scores(second, person)).as("seed %d", seed).containsExactly(shop.scores(first, person));
            }
        }
    }

    @Test
    void contributionsAlwaysAddUp() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Shop shop = shop(seed);
            Taste taste = shop.taste(true);
            for (int person = 0; person < Math.min(10, shop.people().size()); person++) {
                for (int item = 0; item < shop.items().size(); item++) {
                    double sum = taste.story(person, item).contributions().stream()
                            .mapToDouble(ItemStory.Contribution::logOdds)
                            .sum();
                    assertThat(sum).as("seed %d", seed).isCloseTo(taste.score(person, item), within(1e-9));
                }
            }
        }
    }

    @Test
    void variedListsBeginWithTheBestAndNameNothingTwice() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Shop shop = shop(seed);
            Taste taste = shop.taste(false);
            var all = new BitSet();
            all.set(0, shop.items().size());
            Selection selection = taste.among(all);
            for (int person = 0; person < shop.people().size(); person++) {
                int who = person;
                int[] varied = selection.varied(person, 5, item -> true);
                long shown = IntStream.range(0, shop.items().size())
                        .filter(item -> !isSpurned(taste, who, item))
                        .count();
                assertThat(varied).as("seed %d", seed).doesNotHaveDuplicates().hasSize((int) Math.min(5, shown));
                assertThat(Arrays.copyOf(varied, Math.min(1, varied.length)))
                        .containsExactly(selection.top(person, 1, item -> true));
            }
        }
    }
}
