package org.personalize.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.personalize.history.Log;
import org.personalize.measure.Task;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCatalog;

/** What the papers say of lists is counted here a second time, from the purchases themselves and by the plain formulas. */
class RehearsalTest {

    private static final int PEOPLE = 80;
    private static final int ITEMS = 40;
    private static final int DAYS = 120;
    private static final Instant START = Instant.parse("2025-10-01T10:00:00Z");
    private static final Instant CUT = START.plusSeconds(100 * 86_400L);

    private record Purchase(int person, int item, Instant at) {}

    private final List<Purchase> purchases = new ArrayList<>();
    private final Ground ground;
    private final Sequel sequel;
    private final Blend blend;
    private final Rehearsal rehearsal;

    RehearsalTest() {
        var random = new Random(11);
        for (int i = 0; i < 900; i++) {
            int person = random.nextInt(PEOPLE);
            int item = (int) (ITEMS * Math.pow(random.nextDouble(), 1.7) + person % 3) % ITEMS;
            purchases.add(new Purchase(
                    person, item, START.plusSeconds(random.nextInt(DAYS) * 86_400L + random.nextInt(3_600))));
        }
        String[] lines = purchases.stream()
                .sorted(Comparator.comparing(Purchase::at))
                .map(p -> "p%d;purchase;%s;i%02d;;;;".formatted(p.person(), p.at(), p.item()))
                .toArray(String[]::new);
        var people = SmallAudience.of(
                IntStream.range(0, PEOPLE).mapToObj(p -> "p" + p).toArray(String[]::new));
        var items = SmallCatalog.of(IntStream.range(0, ITEMS)
                .mapToObj(i -> "i%02d:k%d".formatted(i, i % 4))
                .toArray(String[]::new));
        ground = new Ground(
                Wants.of(people, new Log(people, items).of(lines), new Categories(items)),
                items,
                Homes.unknown(people));
        int cut = (int) (CUT.getEpochSecond() / 60);
        Had had = Had.before(ground.wants(), cut, ITEMS);
        Kin linear = new LinearItems(50, ITEMS, Inverse.best()).learn(had);
        sequel = Sequel.of(ground.at(cut, linear, Neighbours.USUAL.learn(had)), Integer.MAX_VALUE, PEOPLE);
        Examples examples = Examples.of(sequel);
        List<Recipe> recipes = Recipe.all(true);
        blend = new Blends(recipes, examples).of(recipes.size() - 1);
        rehearsal = new Rehearsal(sequel, List.of(blend));
    }

    private Set<Integer> items(int person, boolean isBefore) {
        Set<Integer> items = new HashSet<>();
        purchases.stream()
                .filter(p -> p.person() == person && p.at().isBefore(CUT) == isBefore)
                .forEach(p -> items.add(p.item()));
        return items;
    }

    private Set<Integer> wanted(Task task, int person) {
        Set<Integer> before = items(person, true);
        Set<Integer> wanted = items(person, false);
        switch (task) {
            case NEW -> wanted.removeAll(before);
            case REPEAT -> wanted.retainAll(before);
            case ALL -> {}
        }
        return wanted;
    }

    /** Every item of the catalogue by its score, and of equals by its id. */
    private List<Integer> list(Task task, int person) {
        var desk = new Desk(sequel.moment());
        desk.lay(person);
        var scores = new double[ITEMS];
        desk.scoreAll(new Shelves(sequel.moment(), blend), scores);
        Set<Integer> before = items(person, true);
        return IntStream.range(0, ITEMS)
                .boxed()
                .filter(item -> task == Task.ALL || before.contains(item) == (task == Task.REPEAT))
                .sorted(Comparator.comparingDouble((Integer item) -> -scores[item])
                        .thenComparing(item -> item))
                .toList();
    }

    private static double ndcg(List<Integer> list, Set<Integer> wanted) {
        double gain = 0;
        double ideal = 0;
        for (int rank = 1; rank <= 10; rank++) {
            double discount = Math.log(2) / Math.log(rank + 1);
            gain += rank <= list.size() && wanted.contains(list.get(rank - 1)) ? discount : 0;
            ideal += rank <= wanted.size() ? discount : 0;
        }
        return gain / ideal;
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void everyPersonsScoreIsWhatTheFormulaSays(Task task) {
        List<Double> ndcg = new ArrayList<>();
        List<Integer> people = new ArrayList<>();
        double recall = 0;
        for (int person : ground.wants().byLot()) {
            Set<Integer> wanted = wanted(task, person);
            if (!wanted.isEmpty()) {
                List<Integer> list = list(task, person);
                people.add(person);
                ndcg.add(ndcg(list, wanted));
                long hits = list.stream().limit(20).filter(wanted::contains).count();
                recall += (double) hits / wanted.size();
            }
        }
        assertThat(people).hasSizeGreaterThan(10);
        assertThat(rehearsal.people(task, People.ALL))
                .isEqualTo(people.stream().mapToInt(Integer::intValue).toArray());
        assertThat(rehearsal.scores(task, 0, People.ALL))
                .containsExactly(ndcg.stream().mapToDouble(Double::doubleValue).toArray(), within(1e-12));
        assertThat(rehearsal.recall(task, 0, People.ALL).mean()).isCloseTo(recall / people.size(), within(1e-12));
    }

    @Test
    void whatIsShownAndHowUnevenlyIsCountedItemByItem() {
        var shown = new TreeMap<Integer, Integer>();
        IntStream.range(0, ITEMS).forEach(item -> shown.put(item, 0));
        for (int person = 0; person < PEOPLE; person++) {
            if (!wanted(Task.NEW, person).isEmpty()) {
                list(Task.NEW, person).stream().limit(10).forEach(item -> shown.merge(item, 1, Integer::sum));
            }
        }
        double apart = 0;
        double sum = 0;
        for (int one : shown.values()) {
            sum += one;
            for (int other : shown.values()) {
                apart += Math.abs(one - other);
            }
        }
        long any = shown.values().stream().filter(n -> n > 0).count();
        assertThat(rehearsal.shown(Task.NEW, 0).coverage()).isEqualTo((double) any / ITEMS);
        assertThat(rehearsal.shown(Task.NEW, 0).gini()).isCloseTo(apart / (2 * ITEMS * sum), within(1e-12));
    }
}
