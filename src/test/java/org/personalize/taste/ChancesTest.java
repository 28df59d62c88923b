package org.personalize.taste;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
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

/** A chance is told of everybody, so it must hold for everybody: for those who do not come back, too. */
class ChancesTest {

    private static final int PEOPLE = 1_200;
    private static final int ITEMS = 40;
    private static final int DAYS = 200;

    /** About as long as each of the stretches of time that training looks at. */
    private static final int LATER_DAYS = 30;

    private static final int LIST = 4;

    private final Random random = new Random(5);
    private final SmallAudience people = new SmallAudience();
    private final SmallCatalog items = new SmallCatalog();
    private final List<String> lines = new ArrayList<>();

    private Taste taste() {
        History history = new Log(people, items).now(Log.NOW).of(lines.toArray(String[]::new));
        var trained = TasteTraining.train(people, items, history, Set.of(), Log.NOW, Work.ofSeconds(1));
        return new Taste(trained.model(), people, items, history, new Interests(people, items), Log.NOW);
    }

    private static double chance(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    private int wanted(int person) {
        int item = (int) (ITEMS * Math.pow(random.nextDouble(), 3));
        return random.nextInt(3) == 0 ? item : (item + 10 * (person % 4)) % ITEMS;
    }

    @Test
    void whatStandsOnTheListsOfAllIsTakenAsOftenAsTold() {
        for (int item = 0; item < ITEMS; item++) {
            items.add("i" + item, "kind " + item % 3);
        }
        Set<String> later = new HashSet<>();
        for (int person = 0; person < PEOPLE; person++) {
            people.add("p" + person);
            boolean isRegular = person % 5 == 0;
            int orders = isRegular ? 8 : 2;
            for (int order = 0; order < orders; order++) {
                Instant when = Log.NOW.minus(Duration.ofMinutes(1 + random.nextInt(DAYS * 1_440)));
                lines.add("p%d;purchase;%s;i%d;;;;".formatted(person, when, wanted(person)));
            }
            for (int day = 0; day < LATER_DAYS; day++) {
                if (random.nextInt(DAYS) < orders) {
                    later.add(person + " " + wanted(person));
                }
            }
        }
        Taste taste = taste();
        double told = 0;
        double came = 0;
        for (int person = 0; person < PEOPLE; person++) {
            for (int item : taste.top(person, LIST, i -> true)) {
                told += chance(taste.score(person, item));
                came += later.contains(person + " " + item) ? 1 : 0;
            }
        }
        assertThat(told / came).isBetween(0.7, 1.4);
    }

    @Test
    void oneItemThatNearlyAllTakeIsCertainForNobody() {
        assertThat(DoubleStream.of(chancesOfOne(1))).allMatch(chance -> chance > 0.6 && chance < 0.98);
        assertThat(DoubleStream.of(chancesOfOne(20))).allMatch(chance -> chance < 0.9995);
    }

    /** Of an item that is all there is, for people who each take it so many times in twenty days. */
    private double[] chancesOfOne(int times) {
        people.people.clear();
        lines.clear();
        items.wares.clear();
        items.add("only", null);
        for (int person = 0; person < 200; person++) {
            people.add("p" + person);
            for (int order = 0; person % 4 > 0 && order < times * DAYS / 20; order++) {
                Instant when = Log.NOW.minus(Duration.ofMinutes(1 + random.nextInt(DAYS * 1_440)));
                lines.add("p%d;purchase;%s;only;;;;".formatted(person, when));
            }
        }
        Taste taste = taste();
        return IntStream.range(0, 200)
                .filter(person -> person % 4 > 0)
                .mapToDouble(person -> chance(taste.score(person, 0)))
                .toArray();
    }
}
