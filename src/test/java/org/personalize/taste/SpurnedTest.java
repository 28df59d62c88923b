package org.personalize.taste;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.personalize.history.History;
import org.personalize.history.Log;
import org.personalize.history.SignalRule;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCatalog;

/** What somebody rated badly is no secret to them: it is not shown again. */
class SpurnedTest {

    private static final int ITEMS = 12;

    private final SmallCatalog items = new SmallCatalog();
    private final SmallAudience people = new SmallAudience();

    SpurnedTest() {
        IntStream.range(0, ITEMS).forEach(item -> items.add("i" + item, "film", "film " + item));
        for (String name : new String[] {"ann", "bert", "carla"}) {
            people.add(name);
        }
    }

    private static String rating(String who, int item, int value, int daysAgo) {
        return who + ";rating;" + Log.NOW.minus(Duration.ofDays(daysAgo)) + ";i" + item + ";" + value + ";;;";
    }

    private Taste taste(String... lines) {
        History history = new Log(people, items).of(lines);
        return new Taste(TasteModel.untrained(), people, items, history, new Interests(people, items), Log.NOW);
    }

    private static int[] list(Taste taste, int person) {
        return taste.top(person, ITEMS, item -> true);
    }

    @Test
    void whatSomebodyRatedBadlyIsInNobodyElsesWayAndNotOnTheirList() {
        Taste taste = taste(
                rating("ann", 1, 2, 9), rating("ann", 2, 10, 8), rating("bert", 1, 9, 7), rating("bert", 3, 9, 6));
        assertThat(list(taste, 0)).hasSize(ITEMS - 1).doesNotContain(1).contains(2, 3);
        assertThat(list(taste, 1)).hasSize(ITEMS).contains(1);
        assertThat(list(taste, 2)).hasSize(ITEMS).contains(1);
        var all = new BitSet();
        all.set(0, ITEMS);
        assertThat(taste.among(all).top(0, ITEMS, item -> true)).doesNotContain(1);
        assertThat(taste.among(all).varied(0, ITEMS, item -> true)).doesNotContain(1);
    }

    @Test
    void whatTheyRatedWellAtAnotherTimeTheyHave() {
        Taste taste = taste(rating("ann", 1, 2, 9), rating("ann", 1, 9, 3), rating("bert", 2, 10, 3));
        assertThat(list(taste, 0)).contains(1);
        assertThat(taste.had(0).get(1)).isTrue();
    }

    @Test
    void whereRatingsMeanNothingNothingIsRatedBadly() {
        History history = new Log(people, items)
                .rules(new SignalRule("purchase", 3, null), new SignalRule("rating", 0, null))
                .of(rating("ann", 1, 2, 9), rating("bert", 1, 9, 7));
        var taste = new Taste(TasteModel.untrained(), people, items, history, new Interests(people, items), Log.NOW);
        assertThat(list(taste, 0)).contains(1);
    }
}
