package org.personalize.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.history.Log;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCatalog;

class FashionTest {

    private static final int PEOPLE = 400;
    private static final int ITEMS = 60;

    private final SmallAudience people =
            SmallAudience.of(IntStream.range(0, PEOPLE).mapToObj(p -> "p" + p).toArray(String[]::new));
    private final SmallCatalog items =
            SmallCatalog.of(IntStream.range(0, ITEMS).mapToObj(i -> "i" + i).toArray(String[]::new));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void eachHalfLifeCountsAWantHalfAsMuchAsOneThatIsSoMuchYounger(long seed) {
        var random = new Random(seed);
        var counts = new double[Fashion.HALF_LIVES.length][ITEMS];
        List<String> lines = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            int item = random.nextInt(ITEMS - 1);
            int hours = 1 + random.nextInt(500);
            lines.add("p%d;purchase;%s;i%d;;;;".formatted(person, Log.NOW.minus(Duration.ofHours(hours)), item));
            for (int h = 0; h < counts.length; h++) {
                counts[h][item] += StrictMath.pow(0.5, hours / 24.0 / Fashion.HALF_LIVES[h]);
            }
        }
        var ground = new Ground(
                Wants.of(people, new Log(people, items).of(lines.toArray(String[]::new)), new Categories(items)),
                items,
                Homes.unknown(people));
        int cut = (int) (Log.NOW.getEpochSecond() / 60);
        Fashion fashion = ground.at(cut, Kin.none(ITEMS), Kin.none(ITEMS)).fashion();
        for (int h = 0; h < counts.length; h++) {
            for (int item = 0; item < ITEMS - 1; item++) {
                assertThat(fashion.value(h, item))
                        .as("seed %d, half-life %s, item %d", seed, Fashion.HALF_LIVES[h], item)
                        .isCloseTo(StrictMath.log(counts[h][item] + 0.3), within(1e-6));
            }
        }
    }
}
