package org.personalize.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.personalize.history.History;
import org.personalize.history.Log;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCatalog;

class PopularityTest {

    private final SmallCatalog items =
            SmallCatalog.of("tent:camping", "stove:camping", "rope:climbing", "helmet:climbing:safety|kids", "gift");

    private Popularity popularity(SmallAudience people, String... lines) {
        return popularity(people, Log.NOW, lines);
    }

    private Popularity popularity(SmallAudience people, Instant now, String... lines) {
        History history = new Log(people, items).now(now).of(lines);
        return new Popularity(people, items, history, new Interests(people, items), now);
    }

    private List<String> ranked(Popularity popularity, int person) {
        var scores = new double[items.size()];
        popularity.score(person, scores);
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]).thenComparing(i -> i))
                .map(i -> items.item(i).id())
                .toList();
    }

    private static double[] scores(Popularity popularity, int person, int size) {
        var scores = new double[size];
        popularity.score(person, scores);
        return scores;
    }

    @Test
    void whatWasWantedLatelyCountsMore() {
        var popularity = popularity(
                SmallAudience.of("ann", "bob", "cat"),
                "ann;purchase;2026-03-02T08:00:00Z;rope;;;;",
                "bob;purchase;2026-01-31T08:00:00Z;tent;;;;",
                "cat;click;2026-03-02T08:00:00Z;stove;;;;");
        double[] popular = popularity.popular();
        assertThat(popular[2]).isCloseTo(3, within(0.02));
        assertThat(popular[0]).isCloseTo(1.5, within(0.02));
        assertThat(popular[1]).isCloseTo(1, within(0.02));
        assertThat(popular[4]).isPositive().isLessThan(0.02);
    }

    @Test
    void aBasketCountsAnItemOnceHoweverOftenItIsListed() {
        var popularity = popularity(
                SmallAudience.of("ann", "bob"),
                "ann;purchase;2026-03-02T08:00:00Z;rope;;o1;;",
                "ann;purchase;2026-03-02T08:00:00Z;rope;;o1;;",
                "ann;purchase;2026-03-02T08:01:00Z;rope;;o1;;",
                "bob;purchase;2026-03-02T08:00:00Z;tent;;o2;;",
                "bob;purchase;2026-03-02T08:00:00Z;tent;;o3;;");
        assertThat(popularity.popular()[2]).isCloseTo(3.01, within(1e-3));
        assertThat(popularity.popular()[0]).isCloseTo(6.01, within(1e-3));
    }

    @Test
    void ownCategoriesComeFirst() {
        var popularity = popularity(
                SmallAudience.of("ann", "bob", "cat", "new"),
                "ann;purchase;2026-02-01T08:00:00Z;rope;;o1;;",
                "ann;purchase;2026-02-02T08:00:00Z;rope;;o2;;",
                "ann;purchase;2026-02-03T08:00:00Z;rope;;o3;;",
                "bob;purchase;2026-03-01T08:00:00Z;tent;;;;",
                "bob;purchase;2026-03-01T08:00:00Z;stove;;;;",
                "cat;purchase;2026-03-01T08:00:00Z;tent;;;;",
                "cat;purchase;2026-03-01T08:00:00Z;helmet;;;;");
        assertThat(ranked(popularity, 0)).startsWith("rope").containsSubsequence("helmet", "stove");
        assertThat(popularity.why(0, 2)).isEqualTo("category");
        assertThat(popularity.why(0, 0)).isEqualTo("popular");
        assertThat(popularity.why(3, 2)).isEqualTo("popular");
        assertThat(scores(popularity, 3, 5)).containsExactly(popularity.popular());
    }

    @Test
    void aStatedInterestLiftsItsItemsByCategoryTagOrId() {
        var people = new SmallAudience()
                .with("ann", "UTC", Map.of("interests", " Climbing | nothing we sell"))
                .with("bob", "UTC", Map.of("interests", "KIDS", "never_show", "camping|gift"))
                .with("cat", "UTC", Map.of());
        var popularity = popularity(
                people,
                "cat;click;2026-03-01T08:00:00Z;rope;;;;",
                "cat;click;2026-03-01T08:00:00Z;helmet;;;;",
                "cat;click;2026-03-01T08:00:00Z;tent;;;;");
        assertThat(ranked(popularity, 0)).startsWith("rope", "helmet", "tent");
        assertThat(ranked(popularity, 1)).startsWith("helmet", "tent");
        assertThat(popularity.why(0, 3)).isEqualTo("interest");
        assertThat(popularity.why(1, 2)).isEqualTo("popular");
        var interests = new Interests(people, items);
        assertThat(interests.unwanted(1).stream()).containsExactly(0, 1, 4);
        assertThat(interests.unwanted(0).stream()).isEmpty();
    }

    @Test
    void aPartOfACategoryIsAnInterestToo() {
        var catalog = SmallCatalog.of("a:Outdoor > Tents", "b:Outdoor > Ropes");
        var people = new SmallAudience().with("ann", "UTC", Map.of("interests", "tents"));
        assertThat(new Interests(people, catalog).wanted(0).stream()).containsExactly(0);
    }

    @Test
    void peopleWhoDoNotAllowPersonalizationAreLeftOutAndGetWhatIsPopular() {
        var people = new SmallAudience()
                .with("ann", "UTC", Map.of("interests", "climbing"))
                .with("bob", "UTC", Map.of());
        people.withoutPersonalization(0);
        var popularity = popularity(
                people, "ann;purchase;2026-03-01T08:00:00Z;rope;;;;", "bob;purchase;2026-03-01T08:00:00Z;tent;;;;");
        assertThat(popularity.popular()[2]).isLessThan(0.02);
        assertThat(scores(popularity, 0, 5)).containsExactly(popularity.popular());
        assertThat(popularity.why(0, 2)).isEqualTo("popular");
    }

    @Test
    void clicksOfPeopleWithoutTrackingConsentAreNotLearnedFrom() {
        var popularity = popularity(
                SmallAudience.of("ann").withoutTracking(0),
                "ann;click;2026-03-01T08:00:00Z;rope;;;;",
                "ann;purchase;2026-03-01T08:00:00Z;tent;;;;");
        assertThat(popularity.popular()[2]).isLessThan(0.02);
        assertThat(popularity.popular()[0]).isGreaterThan(2);
    }

    @Test
    void whatWasTakenBackIsNotWanted() {
        var popularity = popularity(
                SmallAudience.of("ann"),
                "ann;purchase;2026-02-01T08:00:00Z;rope;10;;;",
                "ann;refund;2026-03-01T08:00:00Z;rope;10;;;");
        assertThat(popularity.popular()[2]).isLessThan(0.02);
    }

    @Test
    void anOldLogRanksAsItDidWhenItEnded() {
        String[] lines = {"ann;purchase;2016-03-01T08:00:00Z;rope;;;;", "ann;purchase;2016-02-01T08:00:00Z;tent;;;;"};
        var then = popularity(SmallAudience.of("ann"), Instant.parse("2016-03-01T08:00:00Z"), lines);
        var today = popularity(SmallAudience.of("ann"), lines);
        assertThat(today.popular()).containsExactly(then.popular());
    }

    @Test
    void withoutEventsOrItemsNothingBreaks() {
        var people = SmallAudience.of("ann");
        var none = new Popularity(
                people, SmallCatalog.of(), History.empty(1), new Interests(people, SmallCatalog.of()), Log.NOW);
        none.score(0, new double[0]);
        assertThat(none.popular()).isEmpty();
        var popularity = popularity(people);
        assertThat(scores(popularity, 0, 5)).containsOnly(0.01);
        assertThat(popularity.why(0, 0)).isEqualTo("popular");
    }

    @Test
    void scoresAreAlwaysNumbersAndRowsInAnyOrderSayTheSame() {
        var kinds = List.of("purchase", "click", "view", "cart", "refund", "rating");
        for (long seed = 0; seed < 25; seed++) {
            var random = new Random(seed);
            var lines = new ArrayList<String>();
            for (int i = 0; i < random.nextInt(120); i++) {
                long second =
                        i % 7 == 0 ? random.nextInt() & 0x7fff_ffffL : 1_735_689_600L + random.nextInt(420 * 86_400);
                lines.add("p" + random.nextInt(4) + ";" + kinds.get(random.nextInt(kinds.size())) + ";"
                        + Instant.ofEpochSecond(second) + ";"
                        + items.item(random.nextInt(5)).id() + ";" + random.nextInt(10) + ";o" + random.nextInt(9)
                        + ";;");
            }
            var people = new SmallAudience();
            for (int i = 0; i < 4; i++) {
                people.with("p" + i, "UTC", i == 0 ? Map.of("interests", "kids|camping") : Map.of());
            }
            var popularity = popularity(people, lines.toArray(String[]::new));
            Collections.shuffle(lines, random);
            var shuffled = popularity(people, lines.toArray(String[]::new));
            for (int person = 0; person < 4; person++) {
                double[] scores = scores(popularity, person, 5);
                assertThat(java.util.Arrays.stream(scores)).as("seed %d", seed).allMatch(s -> s > 0 && s < 1e9);
                assertThat(scores(shuffled, person, 5)).as("seed %d", seed).containsExactly(scores, within(1e-9));
            }
        }
    }
}
