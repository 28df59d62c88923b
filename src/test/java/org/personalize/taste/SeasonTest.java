package org.personalize.taste;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.personalize.history.Log;
import org.personalize.measure.Work;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCatalog;

/** A shop whose log ends when a feast is over, for which some things are bought in the month before and at no other time. */
class SeasonTest {

    private static final int YEAR = 364;
    private static final int MONTH = 30;
    private static final int ITEMS = 60;
    private static final int PEOPLE = 400;
    private static final int CUT = (int) (Log.NOW.getEpochSecond() / 60);
    private static final long SEED = 5;

    private final SmallCatalog items = new SmallCatalog();
    private final SmallAudience people = new SmallAudience();

    SeasonTest() {
        IntStream.range(0, ITEMS).forEach(item -> items.add("i" + item, item < 30 ? "kind " + item % 3 : null));
        IntStream.range(0, PEOPLE).forEach(person -> people.add("p" + person));
    }

    /** How often an item is bought on a day so many days before the log ends. */
    private interface Rate {
        double of(int item, int daysAgo);
    }

    /** Whether the day lies in the month before the end of the log, or in the same month of an earlier year. */
    private static boolean isBeforeFeast(int daysAgo) {
        return daysAgo % YEAR < MONTH;
    }

    private Wants wants(int days, Rate rate) {
        return Wants.of(people, new Log(people, items).of(lines(days, rate)), new Categories(items));
    }

    private static String[] lines(int days, Rate rate) {
        var random = new Random(SEED);
        List<String> lines = new ArrayList<>();
        for (int daysAgo = days; daysAgo > 0; daysAgo--) {
            for (int item = 0; item < ITEMS; item++) {
                double left = rate.of(item, daysAgo - 1) + random.nextDouble();
                for (int bought = 1; bought <= left; bought++) {
                    String when = Log.NOW
                            .minus(Duration.ofDays(daysAgo))
                            .plusSeconds(1 + random.nextInt(86_000))
                            .toString();
                    lines.add("p" + random.nextInt(PEOPLE) + ";purchase;" + when + ";i" + item + ";;;;");
                }
            }
        }
        return lines.toArray(String[]::new);
    }

    private double[] season(int days, Rate rate) {
        return season(days, rate, CUT);
    }

    private double[] season(int days, Rate rate, int cut) {
        return Season.of(wants(days, rate), cut, ITEMS, new Categories(items));
    }

    @Test
    void whatFellWhenTheFeastWasOverFallsAgainAndNothingElse() {
        Rate feast = (item, daysAgo) -> item % 10 == 9 ? isBeforeFeast(daysAgo) ? 3 : 0.1 : 0.7;
        double[] season = season(430, feast);
        for (int item = 0; item < ITEMS; item++) {
            if (item % 10 == 9) {
                assertThat(season[item]).as("item %s", item).isBetween(-Math.log(30), -1.0);
            } else {
                assertThat(season[item]).as("item %s", item).isBetween(-0.3, 0.3);
            }
        }
    }

    @Test
    void whatRoseBeforeTheFeastRisesAgainWhereItWasKnownBefore() {
        Rate feast = (item, daysAgo) ->
                item == 39 && daysAgo > YEAR + MONTH ? 0 : item % 10 == 9 ? isBeforeFeast(daysAgo) ? 3 : 0.2 : 0.7;
        double[] season = season(800, feast, CUT - MONTH * Decay.DAY_MINUTES);
        assertThat(season[49]).isGreaterThan(1);
        assertThat(season[59]).isGreaterThan(1);
        assertThat(season[39]).as("it came then").isZero();
        assertThat(season[30]).isZero();
    }

    @Test
    void whatWasOnceInFashionFallsNoFurther() {
        double[] season = season(430, (item, daysAgo) -> item == 39 ? daysAgo > YEAR ? 9 : 0.8 : 0.7);
        assertThat(season[39]).isGreaterThan(-0.3);
    }

    @Test
    void aWholeCategoryHasASeasonThatNoneOfItsItemsWouldShow() {
        Rate rare = (item, daysAgo) -> item < 30 && item % 3 == 0 ? isBeforeFeast(daysAgo) ? 0.25 : 0.05 : 0.2;
        double[] season = season(430, rare);
        assertThat(IntStream.range(0, 10).mapToDouble(k -> season[3 * k])).allMatch(change -> change < -0.4);
        assertThat(IntStream.range(30, ITEMS).mapToDouble(item -> season[item])).containsOnly(0.0);
    }

    @Test
    void withoutASeasonOrWithoutAYearThereIsNone() {
        double[] even = season(1_200, (item, daysAgo) -> item % 7 / 3.0);
        assertThat(Arrays.stream(even).filter(change -> change != 0)).hasSizeLessThanOrEqualTo(1);
        Rate feast = (item, daysAgo) -> item % 10 == 9 ? isBeforeFeast(daysAgo) ? 3 : 0.1 : 0.7;
        assertThat(season(300, feast)).matches(all -> Arrays.stream(all).allMatch(change -> change == 0));
    }

    @Test
    void whenTheFeastIsOverNobodyIsShownWhatWasBoughtForIt() {
        Rate feast = (item, daysAgo) -> item % 10 == 9 ? isBeforeFeast(daysAgo) ? 4 : 0.1 : item % 5 / 4.0;
        var history = new Log(people, items).of(lines(430, feast));
        TasteModel model = TasteTraining.train(people, items, history, Set.of(), Log.NOW, Work.ofSeconds(1))
                .model();
        var taste = new Taste(model, people, items, history, new Interests(people, items), Log.NOW);
        long shown = IntStream.range(0, PEOPLE)
                .mapToLong(person -> Arrays.stream(
                                taste.top(person, 3, item -> !taste.had(person).get(item)))
                        .filter(item -> item % 10 == 9)
                        .count())
                .sum();
        assertThat(shown).isLessThan(3 * PEOPLE / 20);
    }
}
