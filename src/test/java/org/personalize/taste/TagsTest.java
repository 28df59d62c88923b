package org.personalize.taste;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.history.History;
import org.personalize.history.Log;
import org.personalize.measure.Work;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCatalog;

/** A shop for clothes: nobody buys a thing twice, nearly everybody in one size, and rather often in a color of their own. */
class TagsTest {

    private static final int PEOPLE = 300;
    private static final int COLORS = 5;
    private static final int KINDS = 8;
    private static final int SIZES = 4;
    private static final int DAYS = 150;
    private static final int ITEMS = 1_600;

    private static int color(int item) {
        return item / KINDS % COLORS;
    }

    private static int size(int item) {
        return item / KINDS / COLORS % SIZES;
    }

    private static SmallCatalog clothes() {
        var clothes = new SmallCatalog();
        for (int item = 0; item < ITEMS; item++) {
            clothes.add("i" + item, "kind" + item % KINDS, "color" + color(item), "size" + size(item));
        }
        return clothes;
    }

    private static String[] purchases(Random random) {
        double[] good = random.doubles(ITEMS).map(u -> Math.exp(2 * u)).toArray();
        List<String> lines = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            var had = new boolean[ITEMS];
            for (int purchase = 0; purchase < 20; purchase++) {
                boolean isOwnColor = random.nextInt(10) < 3;
                boolean isOwnSize = random.nextInt(10) < 8;
                int item = random.nextInt(ITEMS);
                while (had[item]
                        || isOwnColor && color(item) != person % COLORS
                        || isOwnSize && size(item) != person % SIZES
                        || random.nextDouble() * 8 > good[item]) {
                    item = random.nextInt(ITEMS);
                }
                had[item] = true;
                Instant when = Log.NOW.minus(Duration.ofMinutes(1 + random.nextInt(DAYS * 24 * 60)));
                lines.add("p" + person + ";purchase;" + when + ";i" + item + ";;;;");
            }
        }
        return lines.toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whoeverBuysMostlyOneColorIsShownItInWhateverKind(long seed) {
        SmallCatalog clothes = clothes();
        var people = new SmallAudience();
        IntStream.range(0, PEOPLE).forEach(person -> people.add("p" + person));
        History history = new Log(people, clothes).of(purchases(new Random(seed)));
        TasteModel model = TasteTraining.train(people, clothes, history, Set.of(), Log.NOW, Work.ofSeconds(1))
                .model();
        var taste = new Taste(model, people, clothes, history, new Interests(people, clothes), Log.NOW);
        long own = 0;
        for (int person = 0; person < PEOPLE; person++) {
            var had = taste.had(person);
            int color = person % COLORS;
            own += IntStream.of(taste.top(person, 10, item -> !had.get(item)))
                    .filter(item -> color(item) == color)
                    .count();
        }
        assertThat(own / (10.0 * PEOPLE)).as("seed %d", seed).isGreaterThan(0.6);
    }
}
