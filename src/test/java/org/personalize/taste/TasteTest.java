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
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.personalize.history.History;
import org.personalize.history.Log;
import org.personalize.measure.Columns;
import org.personalize.measure.Work;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCatalog;

class TasteTest {

    private static final Work WORK = Work.ofSeconds(1);

    private final SmallCatalog items =
            SmallCatalog.of("tent:camping", "stove:camping", "rope:climbing", "helmet:climbing:safety|kids", "gift");

    private Taste taste(SmallAudience people, String... lines) {
        return taste(TasteModel.untrained(), people, Log.NOW, lines);
    }

    private Taste taste(TasteModel model, SmallAudience people, Instant now, String... lines) {
        History history = new Log(people, items).now(now).of(lines);
        return new Taste(model, people, items, history, new Interests(people, items), now);
    }

    private List<String> ranked(Taste taste, int person) {
        return IntStream.of(taste.top(person, items.size(), item -> true))
                .mapToObj(item -> items.item(item).id())
                .toList();
    }

    private double[] scores(Taste taste, int person) {
        var scores = new double[items.size()];
        taste.score(person, scores);
        return scores;
    }

    @Test
    void untrainedWhatWasWantedLatelyComesFirst() {
        var taste = taste(
                SmallAudience.of("ann", "bob", "cat", "new"),
                "ann;purchase;2026-03-02T08:00:00Z;rope;;;;",
                "bob;purchase;2026-01-31T08:00:00Z;tent;;;;",
                "cat;purchase;2026-02-28T08:00:00Z;stove;;;;");
        assertThat(ranked(taste, 3)).startsWith("rope", "stove", "tent");
        assertThat(scores(taste, 3)).containsExactly(taste.popular());
        assertThat(taste.why(3, 2)).isEqualTo("popular");
    }

    @Test
    void aBasketCountsAnItemOnceHoweverOftenItIsListed() {
        var once = taste(SmallAudience.of("ann"), "ann;purchase;2026-03-02T08:01:00Z;rope;;o1;;");
        var thrice = taste(
                SmallAudience.of("ann"),
                "ann;purchase;2026-03-02T08:00:00Z;rope;;o1;;",
                "ann;purchase;2026-03-02T08:00:00Z;rope;;o1;;",
                "ann;purchase;2026-03-02T08:01:00Z;rope;;o1;;");
        assertThat(thrice.popular()).containsExactly(once.popular());
    }

    @Test
    void ownCategoriesComeFirstWhereNothingWasTrained() {
        var taste = taste(
                SmallAudience.of("ann", "bob", "cat"),
                "ann;purchase;2026-02-01T08:00:00Z;rope;;o1;;",
                "ann;purchase;2026-02-02T08:00:00Z;rope;;o2;;",
                "ann;purchase;2026-02-03T08:00:00Z;rope;;o3;;",
                "bob;purchase;2026-03-01T08:00:00Z;tent;;;;",
                "bob;purchase;2026-03-01T08:00:00Z;stove;;;;",
                "cat;purchase;2026-03-01T08:00:00Z;tent;;;;",
                "cat;purchase;2026-03-01T08:00:00Z;helmet;;;;");
        assertThat(ranked(taste, 0)).startsWith("rope").containsSubsequence("helmet", "stove");
        assertThat(taste.why(0, 3)).isEqualTo("category");
        assertThat(taste.why(0, 0)).isEqualTo("popular");
        assertThat(taste.had(0).stream()).containsExactly(2);
    }

    @Test
    void whatSomebodyHadIsNeverSaidToBePopularWithEverybody() {
        Blend popularity = Recipe.alone(Clue.POPULAR_30).blend(new Examples());
        var model = new TasteModel(TasteModel.ids(items), popularity, Kin.none(items.size()), Kin.none(items.size()));
        var taste = taste(
                model,
                SmallAudience.of("ann", "bob"),
                Log.NOW,
                "ann;purchase;2026-03-01T08:00:00Z;rope;;;;",
                "bob;purchase;2026-03-01T08:00:00Z;tent;;;;");
        assertThat(taste.why(0, 2)).isEqualTo("again");
        assertThat(taste.why(1, 2)).isEqualTo("popular");
    }

    @Test
    void aStatedInterestLiftsItsItemsByCategoryTagOrId() {
        var people = new SmallAudience()
                .with("ann", "UTC", Map.of("interests", " Climbing | nothing we sell"))
                .with("bob", "UTC", Map.of("interests", "KIDS", "never_show", "camping|gift"))
                .with("cat", "UTC", Map.of());
        var taste = taste(
                people,
                "cat;purchase;2026-03-01T08:00:00Z;rope;;;;",
                "cat;purchase;2026-03-01T08:00:00Z;helmet;;;;",
                "cat;purchase;2026-03-01T08:00:00Z;tent;;;;");
        assertThat(ranked(taste, 0)).startsWith("helmet", "rope", "tent");
        assertThat(ranked(taste, 1)).startsWith("helmet", "rope");
        assertThat(taste.why(0, 3)).isEqualTo("interest");
        assertThat(taste.why(1, 2)).isEqualTo("popular");
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
        var taste = taste(
                people, "ann;purchase;2026-03-01T08:00:00Z;rope;;;;", "bob;purchase;2026-03-01T08:00:00Z;tent;;;;");
        assertThat(taste.popular()[2]).isLessThan(taste.popular()[0]);
        assertThat(scores(taste, 0)).containsExactly(taste.popular());
        assertThat(taste.had(0).stream()).isEmpty();
    }

    @Test
    void clicksOfPeopleWithoutTrackingConsentAreNotLearnedFrom() {
        var taste = taste(
                SmallAudience.of("ann").withoutTracking(0),
                "ann;click;2026-03-01T08:00:00Z;rope;;;;",
                "ann;purchase;2026-03-01T08:00:00Z;tent;;;;");
        assertThat(taste.popular()[2]).isEqualTo(taste.popular()[4]);
        assertThat(taste.popular()[0]).isGreaterThan(taste.popular()[4]);
    }

    @Test
    void anOldLogRanksAsItDidWhenItEnded() {
        String[] lines = {"ann;purchase;2016-03-01T08:00:00Z;rope;;;;", "ann;purchase;2016-02-01T08:00:00Z;tent;;;;"};
        var then = taste(TasteModel.untrained(), SmallAudience.of("ann"), Instant.parse("2016-03-01T08:00:00Z"), lines);
        var today = taste(SmallAudience.of("ann"), lines);
        assertThat(today.popular()).containsExactly(then.popular());
    }

    @Test
    void withoutEventsOrItemsNothingBreaks() {
        var people = SmallAudience.of("ann");
        var none = new Taste(
                TasteModel.untrained(),
                people,
                SmallCatalog.of(),
                History.empty(1),
                new Interests(people, SmallCatalog.of()),
                Log.NOW);
        none.score(0, new double[0]);
        assertThat(none.popular()).isEmpty();
        assertThat(none.top(0, 5, item -> true)).isEmpty();
        var trained = TasteTraining.train(people, items, History.empty(1), Set.of(), Log.NOW, WORK);
        assertThat(trained.choices()).isEmpty();
        assertThat(trained.notes()).hasSize(1);
    }

    /** A shop of two kinds of people who each buy among the things of their kind, some of them again and again. */
    private static String[] twoKinds(long seed, int people, int events, SmallCatalog catalog) {
        var random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            int person = random.nextInt(people);
            int item = person % 2 + 2 * random.nextInt(catalog.size() / 2);
            Instant when = Log.NOW.minusSeconds(random.nextInt(300 * 86_400));
            lines.add("p" + person + ";purchase;" + when + ";i" + item + ";;;;");
        }
        return lines.toArray(String[]::new);
    }

    private static SmallCatalog catalog(int size) {
        var catalog = new SmallCatalog();
        for (int item = 0; item < size; item++) {
            catalog.add("i" + item, item % 3 == 0 ? "c" + item % 4 : null, "tag" + item % 5);
        }
        return catalog;
    }

    private static SmallAudience people(int size) {
        var people = new SmallAudience();
        for (int person = 0; person < size; person++) {
            people.with("p" + person, "UTC", person == 1 ? Map.of("interests", "tag2") : Map.of());
        }
        return people;
    }

    @Test
    void whatWasTrainedTellsTheTwoKindsOfPeopleApart() {
        SmallAudience people = people(200);
        SmallCatalog catalog = catalog(30);
        History history = new Log(people, catalog).of(twoKinds(1, 200, 3_000, catalog));
        var trained = TasteTraining.train(people, catalog, history, Set.of(), Log.NOW, WORK);
        var taste = new Taste(trained.model(), people, catalog, history, new Interests(people, catalog), Log.NOW);
        for (int person = 2; person < 40; person++) {
            int kind = person % 2;
            int[] top = taste.top(person, 5, item -> true);
            assertThat(IntStream.of(top)).allMatch(item -> item % 2 == kind);
        }
        assertThat(trained.choices()).isNotEmpty();
        assertThat(trained.notes().get(0)).contains("finds more of what people took next");
    }

    @Test
    void theSameInputsMakeTheSameModelAndTheOrderOfRowsSaysNothing() {
        SmallAudience people = people(120);
        SmallCatalog catalog = catalog(20);
        String[] lines = twoKinds(2, 120, 1_500, catalog);
        List<String> shuffled = new ArrayList<>(List.of(lines));
        Collections.shuffle(shuffled, new Random(3));
        TasteModel first = trained(people, catalog, lines);
        TasteModel second = trained(people, catalog, shuffled.toArray(String[]::new));
        for (String name : first.columns().names()) {
            assertThat(second.columns().array(name))
                    .as(name)
                    .isEqualTo(first.columns().array(name));
        }
    }

    private static TasteModel trained(SmallAudience people, SmallCatalog catalog, String... lines) {
        return TasteTraining.train(people, catalog, new Log(people, catalog).of(lines), Set.of(), Log.NOW, WORK)
                .model();
    }

    @Test
    void aModelThatWasWrittenDownScoresTheSameAndNamesNobody() {
        SmallAudience people = people(120);
        SmallCatalog catalog = catalog(20);
        String[] lines = twoKinds(4, 120, 1_500, catalog);
        History history = new Log(people, catalog).of(lines);
        TasteModel model = trained(people, catalog, lines);
        Columns columns = model.columns();
        var interests = new Interests(people, catalog);
        var before = new Taste(model, people, catalog, history, interests, Log.NOW);
        var after = new Taste(TasteModel.of(columns), people, catalog, history, interests, Log.NOW);
        for (int person = 0; person < people.size(); person++) {
            var scores = new double[catalog.size()];
            var others = new double[catalog.size()];
            before.score(person, scores);
            after.score(person, others);
            assertThat(others).containsExactly(scores);
        }
        assertThat(columns.names()).noneMatch(name -> name.contains("p1"));
        assertThat(columns.texts("items")).hasSize(20);
    }

    @Test
    void contributionsAddUpToTheScoreAndTheirPastItemsToThem() {
        SmallAudience people = people(120);
        SmallCatalog catalog = catalog(20);
        String[] lines = twoKinds(5, 120, 1_500, catalog);
        History history = new Log(people, catalog).of(lines);
        var taste = new Taste(
                trained(people, catalog, lines), people, catalog, history, new Interests(people, catalog), Log.NOW);
        for (int person = 0; person < 30; person++) {
            for (int item = 0; item < catalog.size(); item++) {
                ItemStory story = taste.story(person, item);
                assertThat(story.score()).isCloseTo(taste.score(person, item), within(1e-9));
                assertThat(story.chance()).isBetween(0.0, 1.0);
                assertThat(Logistic.chance(taste.logOdds(person, item))).isCloseTo(story.chance(), within(1e-9));
                for (ItemStory.Contribution part : story.contributions()) {
                    double sum = part.because().stream()
                            .mapToDouble(ItemStory.Because::logOdds)
                            .sum();
                    assertThat(part.because().isEmpty() ? part.logOdds() : sum).isCloseTo(part.logOdds(), within(1e-9));
                }
            }
        }
    }

    @Test
    void theTopIsTheTopOfAllScoresWhateverTheLog() {
        for (long seed = 0; seed < 4; seed++) {
            var random = new Random(seed);
            SmallAudience people = people(60);
            SmallCatalog catalog = catalog(4 + 2 * random.nextInt(20));
            String[] lines = twoKinds(seed, 60, 40 + random.nextInt(1_200), catalog);
            History history = new Log(people, catalog).of(lines);
            var taste = new Taste(
                    trained(people, catalog, lines), people, catalog, history, new Interests(people, catalog), Log.NOW);
            for (int person = 0; person < people.size(); person++) {
                var scores = new double[catalog.size()];
                taste.score(person, scores);
                int[] best = IntStream.range(0, scores.length)
                        .filter(item -> item % 3 != 1)
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer item) -> -scores[item])
                                .thenComparing(item -> catalog.item(item).id()))
                        .limit(4)
                        .mapToInt(Integer::intValue)
                        .toArray();
                assertThat(DoubleStream.of(scores)).as("seed %d", seed).allMatch(Double::isFinite);
                assertThat(taste.top(person, 4, item -> item % 3 != 1))
                        .as("seed %d", seed)
                        .containsExactly(best);
            }
        }
    }

    @Test
    void oddLogsGiveASensibleModel() {
        SmallAudience people = people(60);
        SmallCatalog catalog = catalog(6);
        List<String> lines = new ArrayList<>();
        for (int day = 1; day <= 200; day++) {
            Instant when = Log.NOW.minusSeconds(day * 86_400L);
            for (int person = day % 7; person < 60; person += 7) {
                lines.add("p" + person + ";purchase;" + when + ";i0;;;;");
            }
            lines.add("p0;purchase;" + when + ";i" + day % 6 + ";;;;");
        }
        lines.add("p3;purchase;1970-01-01T00:00:00Z;i1;;;;");
        History history = new Log(people, catalog).of(lines.toArray(String[]::new));
        var model = trained(people, catalog, lines.toArray(String[]::new));
        var taste = new Taste(model, people, catalog, history, new Interests(people, catalog), Log.NOW);
        var scores = new double[catalog.size()];
        for (int person = 0; person < people.size(); person++) {
            taste.score(person, scores);
            assertThat(DoubleStream.of(scores)).allMatch(Double::isFinite);
        }
        assertThat(taste.top(59, 1, item -> true)).containsExactly(0);
    }
}
