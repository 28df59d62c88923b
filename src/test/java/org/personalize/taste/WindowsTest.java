package org.personalize.taste;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalize.history.History;
import org.personalize.history.Log;
import org.personalize.measure.Work;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCatalog;

class WindowsTest {

    private static final int ITEMS = 40;
    private static final int SEASONS = 4;
    private static final int YEAR = 365;

    private static SmallAudience people(int number) {
        var people = new SmallAudience();
        IntStream.range(0, number).forEach(person -> people.add("p" + person));
        return people;
    }

    private static SmallCatalog items() {
        var items = new SmallCatalog();
        IntStream.range(0, ITEMS).forEach(item -> items.add("i" + item, "garden", "thing " + item));
        return items;
    }

    /** Everybody buys once in so many days, at a moment of their own. */
    private static String[] buying(int number, int days, int everyDays, IntUnaryOperator itemOfDay) {
        var random = new Random(3);
        List<String> lines = new ArrayList<>();
        for (int person = 0; person < number; person++) {
            for (int day = random.nextInt(everyDays); day < days; day += everyDays) {
                Instant when = Log.NOW.minus(Duration.ofDays(days - day)).plusSeconds(random.nextInt(80_000));
                lines.add("p" + person + ";purchase;" + when + ";i" + itemOfDay.applyAsInt(day) + ";;;;");
            }
        }
        return lines.toArray(String[]::new);
    }

    private static List<Integer> cuts(SmallAudience people, SmallCatalog items, String... lines) {
        History history = new Log(people, items).of(lines);
        return new Windows(Wants.of(people, history, new Categories(items)), new Births(items)).cuts();
    }

    private static List<Long> lengths(List<Integer> cuts) {
        return IntStream.range(0, cuts.size() - 1)
                .mapToObj(w -> Math.round((cuts.get(w + 1) - cuts.get(w)) / (double) Decay.DAY_MINUTES))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        // people, days, a purchase every so many days → days of a window
        "1300, 1000, 20, 30",
        "1300, 1000, 50, 60",
        "1300, 1000, 90, 120",
        "40, 1000, 20, 150",
        "1300, 100, 20, 15"
    })
    void aWindowLastsAMonthOrAsLongAsEnoughPeopleNeedWithinItsShareOfTheTime(
            int number, int days, int everyDays, long expected) {
        var random = new Random(1);
        List<Integer> cuts =
                cuts(people(number), items(), buying(number, days, everyDays, day -> random.nextInt(ITEMS)));
        assertThat(lengths(cuts)).containsExactly(expected, expected, expected);
    }

    /** People join a young shop, or leave an old one: a window that is a matter of one day, or none, would say nothing. */
    @ParameterizedTest
    @CsvSource({"0.7", "0.5", "0.33", "-0.33", "-0.7"})
    void whereAShopGrowsOrShrinksEachWindowHoldsEnoughOfWhatWasWanted(double power) {
        var random = new Random(5);
        String[] lines = IntStream.range(0, 3_000)
                .mapToObj(want -> {
                    double share = StrictMath.pow(random.nextDouble(), Math.abs(power));
                    long second = (long) ((power > 0 ? 1 - share : share) * 150 * 86_400);
                    return "p" + random.nextInt(200) + ";purchase;" + Log.NOW.minusSeconds(second) + ";i"
                            + random.nextInt(ITEMS) + ";;;;";
                })
                .toArray(String[]::new);
        SmallAudience people = people(200);
        SmallCatalog items = items();
        Wants wants = Wants.of(people, new Log(people, items).of(lines), new Categories(items));
        List<Integer> cuts = new Windows(wants, new Births(items)).cuts();
        assertThat(cuts).hasSize(Windows.NUMBER + 1);
        int[] minutes = wants.inOrder();
        for (int window = 0; window < Windows.NUMBER; window++) {
            int from = cuts.get(window);
            int until = cuts.get(window + 1);
            double share = (double) IntStream.of(minutes)
                            .filter(minute -> minute >= from && minute < until)
                            .count()
                    / minutes.length;
            assertThat(share).as("window %d of %s", window, lengths(cuts)).isBetween(0.05, 0.3);
        }
    }

    @Test
    void nothingOrOneMomentHasNoWindows() {
        SmallAudience people = people(3);
        assertThat(cuts(people, items())).isEmpty();
        assertThat(cuts(people, items(), "p1;purchase;2026-01-05T10:00:00Z;i1;;;;"))
                .hasSizeLessThanOrEqualTo(Windows.NUMBER);
    }

    /** Each day brings an item that is read on that day and the next. */
    private static SmallCatalog news(int days, boolean isDated) {
        var items = new SmallCatalog();
        for (int day = 0; day < days; day++) {
            var item = items.add("i" + day, "news", "story " + day);
            if (isDated) {
                item.with(
                        "available_from",
                        Log.NOW.minus(Duration.ofDays(days - day)).truncatedTo(ChronoUnit.DAYS));
            }
        }
        return items;
    }

    @Test
    void newsAreJudgedByDaysIfItIsKnownWhenTheyCame() {
        var random = new Random(2);
        String[] lines = buying(700, 100, 2, day -> Math.max(0, day - random.nextInt(2)));
        assertThat(lengths(cuts(people(700), news(100, true), lines))).containsExactly(4L, 4L, 4L);
        assertThat(lengths(cuts(people(700), news(100, false), lines))).containsExactly(15L, 15L, 15L);
    }

    /** Things of one season are bought in that season only, for three years. */
    @Test
    void whoeverIsNewIsShownWhatTheSeasonSellsHoweverLongTheLog() {
        int number = 1_200;
        SmallAudience people = people(number);
        SmallCatalog items = items();
        people.add("new");
        var random = new Random(4);
        int bestsellers = ITEMS / SEASONS;
        String[] lines = buying(number, 3 * YEAR + 40, 25, day -> {
            int season = day % YEAR * SEASONS / YEAR;
            return season * bestsellers + Math.min(random.nextInt(bestsellers), random.nextInt(bestsellers));
        });
        History history = new Log(people, items).of(lines);
        TasteModel model = TasteTraining.train(people, items, history, Set.of(), Log.NOW, Work.ofSeconds(1))
                .model();
        var taste = new Taste(model, people, items, history, new Interests(people, items), Log.NOW);
        assertThat(IntStream.of(taste.top(number, 5, item -> true)).boxed()).allMatch(item -> item < bestsellers);
    }
}
