package org.personalize.taste;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.personalize.history.History;
import org.personalize.history.Log;
import org.personalize.measure.Work;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCatalog;

/** Articles and banners are items of another category, and one machinery chooses them all. */
class BlocksTest {

    private static final int PEOPLE = 150;
    private static final int PRODUCTS = 40;

    /** Even things are for climbers, odd ones for swimmers: products, then articles, then banners. */
    private static SmallCatalog items() {
        var items = new SmallCatalog();
        for (int item = 0; item < PRODUCTS; item++) {
            items.add("product" + item, item % 2 == 0 ? "Ropes" : "Goggles");
        }
        for (int item = 0; item < 30; item++) {
            items.add("article" + item, "Articles", item % 2 == 0 ? "climbing" : "swimming");
        }
        for (int item = 0; item < 20; item++) {
            items.add("banner" + item, "Banners", item % 2 == 0 ? "climbing" : "swimming");
        }
        return items;
    }

    private static Taste taste(SmallCatalog items, List<String> lines) {
        var people = new SmallAudience();
        IntStream.range(0, PEOPLE).forEach(person -> people.add("p" + person));
        History history = new Log(people, items).of(lines.toArray(String[]::new));
        TasteModel model = TasteTraining.train(people, items, history, Set.of(), Log.NOW, Work.ofSeconds(1))
                .model();
        return new Taste(model, people, items, history, new Interests(people, items), Log.NOW);
    }

    private static List<String> clicksAndPurchases(SmallCatalog items) {
        var random = new Random(9);
        List<String> lines = new ArrayList<>();
        for (int event = 0; event < 4_000; event++) {
            int person = random.nextInt(PEOPLE);
            int item = person % 2 + 2 * random.nextInt(items.size() / 2);
            Instant when = Log.NOW.minusSeconds(random.nextInt(200 * 86_400));
            String kind = item < PRODUCTS ? ";purchase;" : ";click;";
            lines.add("p" + person + kind + when + ";" + items.item(item).id() + ";;;;");
        }
        return lines;
    }

    @Test
    void aSlotOfArticlesAndOneOfBannersSuitThePersonAsTheProductsDo() {
        SmallCatalog items = items();
        Taste taste = taste(items, clicksAndPurchases(items));
        long right = 0;
        for (String category : List.of("Articles", "Banners")) {
            var block = new BitSet();
            IntStream.range(0, items.size())
                    .filter(item -> category.equals(items.item(item).category()))
                    .forEach(block::set);
            Selection selection = taste.among(block);
            for (int person = 0; person < PEOPLE; person++) {
                int kind = person % 2;
                int[] top = selection.top(person, 2, item -> true);
                assertThat(IntStream.of(top)).hasSize(2).allMatch(block::get);
                right += IntStream.of(top).filter(item -> item % 2 == kind).count();
            }
        }
        assertThat(right).isGreaterThan(4 * PEOPLE * 95 / 100);
    }

    @Test
    void aVariedListHoldsMoreCategoriesThanTheBestAlone() {
        SmallCatalog items = items();
        Taste taste = taste(items, clicksAndPurchases(items));
        var all = new BitSet();
        all.set(0, items.size());
        Selection selection = taste.among(all);
        long best = 0;
        long varied = 0;
        for (int person = 0; person < PEOPLE; person++) {
            best += categories(items, selection.top(person, 4, item -> true));
            varied += categories(items, selection.varied(person, 4, item -> true));
        }
        assertThat(varied).isGreaterThan(best);
    }

    private static long categories(SmallCatalog items, int[] list) {
        return IntStream.of(list)
                .mapToObj(item -> items.item(item).category())
                .distinct()
                .count();
    }

    @Test
    @Tag("soak")
    void aPersonWithAMillionEventsIsRankedLikeAnyOther() {
        SmallCatalog items = items();
        List<String> lines = clicksAndPurchases(items);
        for (int event = 0; event < 1_000_000; event++) {
            Instant when = Log.NOW.minus(Duration.ofSeconds(event * 15L));
            lines.add("p0;view;" + when + ";product" + event % 15 + ";;;;");
        }
        Taste taste = taste(items, lines);
        var scores = new double[items.size()];
        taste.score(0, scores);
        assertThat(scores).doesNotContain(Double.NaN);
        assertThat(taste.top(0, 4, item -> true)).hasSize(4);
        assertThat(IntStream.of(taste.top(2, 4, item -> true))).allMatch(item -> item % 2 == 0);
    }
}
