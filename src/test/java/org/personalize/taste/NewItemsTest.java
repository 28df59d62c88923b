package org.personalize.taste;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.history.History;
import org.personalize.history.Log;
import org.personalize.measure.Work;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCatalog;

/** A newspaper: every article is read for two days, and the readers of sport read no politics. */
class NewItemsTest {

    private static final int DAYS = 100;
    private static final int READERS = 160;
    private static final int EACH_DAY = 4;
    private static final Instant FIRST = Log.NOW.minus(Duration.ofDays(DAYS));

    /** Articles of the last days are in the file, and nobody can have read them yet. */
    private static SmallCatalog articles(boolean isDated) {
        var articles = new SmallCatalog();
        for (int number = 0; number < (DAYS + 3) * EACH_DAY; number++) {
            String category = number % 2 == 0 ? "sport" : "politics";
            var article = articles.add("a" + number, category, category + number % 3);
            if (isDated) {
                article.with("available_from", FIRST.plus(Duration.ofDays(number / EACH_DAY)));
            }
        }
        return articles;
    }

    private static String[] reading() {
        var random = new Random(5);
        List<String> lines = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            for (int reader = 0; reader < READERS; reader++) {
                if (random.nextInt(3) == 0) {
                    int number = Math.max(0, day - random.nextInt(2)) * EACH_DAY + reader % 2 + 2 * random.nextInt(2);
                    Instant when = FIRST.plus(Duration.ofDays(day)).plusSeconds(random.nextInt(80_000));
                    lines.add("p" + reader + ";purchase;" + when + ";a" + number + ";;;;");
                }
            }
        }
        return lines.toArray(String[]::new);
    }

    private static Taste taste(SmallCatalog articles, boolean isTrained) {
        var people = new SmallAudience();
        IntStream.range(0, READERS).forEach(reader -> people.add("p" + reader));
        History history = new Log(people, articles).of(reading());
        TasteModel model = isTrained
                ? TasteTraining.train(people, articles, history, Set.of(), Log.NOW, Work.ofSeconds(1))
                        .model()
                : TasteModel.untrained();
        return new Taste(model, people, articles, history, new Interests(people, articles), Log.NOW);
    }

    @Test
    void whatCameJustNowIsReadNextThoughNobodyReadItYet() {
        SmallCatalog articles = articles(true);
        Taste taste = taste(articles, true);
        int unread = DAYS * EACH_DAY;
        for (int reader = 0; reader < 20; reader++) {
            var had = taste.had(reader);
            int[] top = taste.top(reader, 4, item -> !had.get(item));
            int own = reader % 2;
            assertThat(IntStream.of(top)).as("reader %d", reader).allMatch(item -> item % 2 == own);
            assertThat(IntStream.of(top).filter(item -> item >= unread).count())
                    .as("reader %d: %s", reader, IntStream.of(top).boxed().toList())
                    .isPositive();
            assertThat(IntStream.of(top)).as("reader %d", reader).allMatch(item -> item >= unread - 3 * EACH_DAY);
        }
    }

    @Test
    void withoutDatesNewArticlesBorrowFromTheirCategory() {
        Taste taste = taste(articles(false), true);
        int newSport = DAYS * EACH_DAY;
        assertThat(taste.score(0, newSport)).isGreaterThan(taste.score(0, newSport + 1));
        assertThat(taste.score(1, newSport)).isLessThan(taste.score(1, newSport + 1));
    }

    /**
     * A letter with a few articles a day, each read for a week, by some more than by others. What will be read in the weeks to
     * come has not appeared yet, and must not teach that what is read little is read next.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whoeverIsUnknownGetsWhatIsReadNowAndNothingThatIsOver(long seed) {
        int days = 240;
        var random = new Random(seed);
        Instant first = Log.NOW.minus(Duration.ofDays(days));
        var articles = new SmallCatalog();
        double[] good = IntStream.range(0, 3 * days)
                .mapToDouble(number -> Math.exp(0.6 * random.nextGaussian()))
                .toArray();
        for (int number = 0; number < good.length; number++) {
            articles.add("a" + number, "topic" + number % 7, "topic" + number % 7)
                    .with("available_from", first.plus(Duration.ofDays(number / 3)));
        }
        List<String> lines = new ArrayList<>();
        for (int reader = 0; reader < 300; reader++) {
            for (int day = reader % 3 == 0 ? 0 : random.nextInt(200); day < days; day++) {
                if (random.nextInt(5) == 0) {
                    int newest = 3 * day + 2;
                    int number = newest - random.nextInt(Math.min(newest + 1, 21));
                    boolean isLiked = number % 7 == reader % 7 || random.nextDouble() < good[number] / 4;
                    if (isLiked) {
                        Instant when = first.plus(Duration.ofDays(day)).plusSeconds(20_000 + random.nextInt(60_000));
                        lines.add("p" + reader + ";purchase;" + when + ";a" + number + ";;;;");
                    }
                }
            }
        }
        var people = new SmallAudience();
        IntStream.range(0, 301).forEach(reader -> people.add("p" + reader));
        History history = new Log(people, articles).of(lines.toArray(String[]::new));
        TasteModel model = TasteTraining.train(people, articles, history, Set.of(), Log.NOW, Work.ofSeconds(1))
                .model();
        var taste = new Taste(model, people, articles, history, new Interests(people, articles), Log.NOW);
        for (int reader : new int[] {300, 0, 1, 2, 3, 4, 5}) {
            var had = taste.had(reader);
            int[] top = taste.top(reader, 4, item -> !had.get(item));
            assertThat(IntStream.of(top))
                    .as("seed %d, reader %d", seed, reader)
                    .allMatch(number -> number >= good.length - 30);
        }
    }

    /** A daily paper: every article is read when it comes, so that whatever is read later has not appeared yet. */
    @Test
    void whereEverythingIsReadOnItsOwnDayItIsLearnedFromWhatCame() {
        int days = 90;
        int topics = 5;
        var random = new Random(7);
        Instant first = Log.NOW.minus(Duration.ofDays(days)).minusSeconds(60);
        var articles = new SmallCatalog();
        for (int number = 0; number < (days + 1) * topics; number++) {
            String topic = "topic" + number % topics;
            articles.add("a" + number, topic).with("available_from", first.plus(Duration.ofDays(number / topics)));
        }
        List<String> lines = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            for (int reader = 0; reader < READERS; reader++) {
                if (random.nextInt(4) == 0) {
                    int topic = random.nextInt(5) > 0 ? reader % topics : random.nextInt(topics);
                    Instant when = first.plus(Duration.ofDays(day));
                    String kind = random.nextInt(10) < 3 ? ";click;" : ";view;";
                    lines.add("p" + reader + kind + when + ";a" + (day * topics + topic) + ";;;;");
                }
            }
        }
        var people = new SmallAudience();
        IntStream.range(0, READERS).forEach(reader -> people.add("p" + reader));
        History history = new Log(people, articles).of(lines.toArray(String[]::new));
        TasteModel model = TasteTraining.train(people, articles, history, Set.of(), Log.NOW, Work.ofSeconds(1))
                .model();
        var taste = new Taste(model, people, articles, history, new Interests(people, articles), Log.NOW);
        for (int reader = 0; reader < 20; reader++) {
            assertThat(taste.top(reader, 1, item -> item >= days * topics))
                    .as("reader %d", reader)
                    .containsExactly(days * topics + reader % topics);
        }
    }
}
