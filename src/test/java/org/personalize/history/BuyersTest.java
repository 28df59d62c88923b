package org.personalize.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCatalog;

class BuyersTest {

    private static final long DAY = 86_400;
    private static final long NOW = Log.NOW.getEpochSecond();

    private final SmallAudience people =
            SmallAudience.of(IntStream.range(0, 40).mapToObj(i -> "p" + i).toArray(String[]::new));
    private final SmallCatalog items = SmallCatalog.of("tent");

    /** A shop in which people 10 to 39 order every ten days, some of them a little later. */
    private Diary regulars() {
        var diary = new Diary();
        for (int person = 10; person < 40; person++) {
            for (int order = 0; order < 10; order++) {
                buy(diary, person, 5 + order * 10 + (person == 10 ? order : 0));
            }
        }
        return diary;
    }

    private static void buy(Diary diary, int person, int daysAgo) {
        diary.add(person, Kind.PURCHASE, 0, NOW - daysAgo * DAY, null, 20, Reaction.HUMAN);
    }

    private @Nullable Object lifecycle(Diary diary, int person) {
        return new Profiles(people, items, diary.of(people.size()), Log.NOW, Forecasts.NONE)
                .of(person)
                .field("lifecycle");
    }

    @Test
    void whereSomebodyStandsFollowsFromTheShopsOwnRhythm() {
        Diary diary = regulars();
        buy(diary, 1, 3);
        buy(diary, 2, 3);
        buy(diary, 2, 13);
        buy(diary, 3, 11);
        buy(diary, 3, 21);
        buy(diary, 4, 60);
        buy(diary, 4, 70);
        buy(diary, 5, 60);
        assertThat(IntStream.of(0, 1, 2, 3, 4, 5, 20).mapToObj(person -> lifecycle(diary, person)))
                .containsExactly("new", "new", "active", "at risk", "lapsed", "lapsed", "loyal");
    }

    @Test
    void aShopThatIsYoungGoesByTheCalendar() {
        var diary = new Diary();
        buy(diary, 1, 80);
        buy(diary, 2, 100);
        buy(diary, 3, 400);
        assertThat(IntStream.of(1, 2, 3).mapToObj(person -> lifecycle(diary, person)))
                .containsExactly("new", "at risk", "lapsed");
    }

    @Test
    void whoRefusesToBeProfiledStandsNowhere() {
        people.withoutPersonalization(20);
        assertThat(lifecycle(regulars(), 20)).isNull();
        assertThat(new BuyerFeatures(people, regulars().of(40)).of(20, NOW)).containsOnly(0);
    }

    @Test
    void forecastsAreTakenFromWhomeverMakesThem() {
        var forecasts = new Forecasts() {
            @Override
            public Integer bestHour(int person) {
                return 9;
            }

            @Override
            public Double chanceToBuy(int person) {
                return 0.25;
            }
        };
        var profiles = new Profiles(people, items, new Diary().of(40), Log.NOW, forecasts);
        people.withoutPersonalization(1);
        assertThat(profiles.of(0).field("best_hour")).isEqualTo(9);
        assertThat(profiles.of(0).field("chance_to_buy_30d")).isEqualTo(0.25);
        assertThat(profiles.of(1).field("chance_to_buy_30d")).isNull();
    }

    @Test
    void featuresSayWhatWasKnownThen() {
        var diary = new Diary();
        buy(diary, 0, 50);
        buy(diary, 0, 30);
        buy(diary, 0, 10);
        diary.add(0, Kind.CLICK, 0, NOW - 40 * DAY, null);
        var features = new BuyerFeatures(people, diary.of(40));
        double[] then = features.of(0, NOW - 20 * DAY);
        assertThat(then[0]).isEqualTo(1);
        assertThat(then[1]).isCloseTo(Math.log(11), within(1e-12));
        assertThat(then[2]).isCloseTo(Math.log(3), within(1e-12));
        assertThat(then[6]).isCloseTo(Math.log(21), within(1e-12));
        assertThat(then[8]).isCloseTo(Math.log(41), within(1e-12));
        assertThat(then[9]).isCloseTo(Math.log(31), within(1e-12));
        assertThat(then[13]).isCloseTo(Math.log(2), within(1e-12));
        assertThat(features.buys(0, NOW - 20 * DAY, NOW)).isTrue();
        assertThat(features.buys(0, NOW - 9 * DAY, NOW)).isFalse();
        people.withoutTracking(0);
        assertThat(features.of(0, NOW - 20 * DAY)[13]).isZero();
    }

    @Test
    void nothingLaterIsInAFeatureAndNoFeatureIsWild() {
        for (long seed = 1; seed <= 100; seed++) {
            var random = new Random(seed);
            long moment = random.nextInt(2_000_000_000);
            var before = new Diary();
            var all = new Diary();
            for (int i = 0; i < 60; i++) {
                Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
                long second = random.nextInt(2_000_000_000);
                double value = random.nextInt(4) == 0 ? Double.NaN : random.nextInt(1000);
                all.add(0, kind, 0, second, null, value, Reaction.HUMAN);
                if (second < moment) {
                    before.add(0, kind, 0, second, null, value, Reaction.HUMAN);
                }
            }
            double[] features = new BuyerFeatures(people, all.of(40)).of(0, moment);
            assertThat(features).as("seed " + seed).isEqualTo(new BuyerFeatures(people, before.of(40)).of(0, moment));
            for (double feature : features) {
                assertThat(feature).as("seed " + seed).isFinite().isNotNegative();
            }
        }
    }
}
