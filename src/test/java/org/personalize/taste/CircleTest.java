package org.personalize.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.personalize.history.Log;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCatalog;

/** The nearest people, counted here a second time by the plain formulas. */
class CircleTest {

    private static final int SIDE = 8;
    private static final int NOW = (int) (Instant.parse("2026-03-01T00:00:00Z").getEpochSecond() / 60);

    private static Moment moment(int people, int items, List<String> lines) {
        var audience = new SmallAudience();
        var catalog = new SmallCatalog();
        for (int person = 0; person < people; person++) {
            audience.add("p" + person);
        }
        for (int item = 0; item < items; item++) {
            catalog.add("i" + item, null);
        }
        var log = new Log(audience, catalog).of(lines.toArray(String[]::new));
        var ground = new Ground(Wants.of(audience, log, new Categories(catalog)), catalog, Homes.unknown(audience));
        return ground.at(NOW, Kin.none(items), Kin.none(items));
    }

    private static String bought(int person, int item, int day) {
        return "p%d;purchase;%s;i%d;;;;"
                .formatted(person, Instant.ofEpochSecond(60L * NOW - 86_400L * day - 43_200), item);
    }

    /** People and items of even numbers belong together, and those of odd numbers; everybody lacks one item of theirs. */
    private static Moment checkerboard() {
        List<String> lines = new ArrayList<>();
        for (int person = 0; person < 2 * SIDE; person++) {
            for (int item = person % 2; item < 2 * SIDE; item += 2) {
                if (item != person) {
                    lines.add(bought(person, item, 10));
                }
            }
        }
        return moment(2 * SIDE, 2 * SIDE, lines);
    }

    @Test
    void theItemThatSomebodyLacksIsWantedAroundThemAndNoneOfTheOtherKind() {
        Moment moment = checkerboard();
        var desk = new Desk(moment);
        for (int person = 0; person < 2 * SIDE; person++) {
            desk.lay(person);
            assertThat(desk.circle().wanted(person)).isPositive();
            assertThat(desk.touched().has(person)).isTrue();
            for (int item = 1 - person % 2; item < 2 * SIDE; item += 2) {
                assertThat(desk.circle().wanted(item)).isZero();
            }
        }
    }

    @Test
    void whatIsWantedAroundSomebodyIsTheMeanOfTheOthersByTheirNearness() {
        long seed = 3;
        var random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            lines.add(bought(random.nextInt(12), random.nextInt(9), random.nextInt(200)));
        }
        Moment moment = moment(12, 9, lines);
        double[][] months = decayed(moment, 60);
        double[][] years = decayed(moment, 180);
        var desk = new Desk(moment);
        for (int person = 0; person < 12; person++) {
            desk.lay(person);
            for (int item = 0; item < 9; item++) {
                double sum = 0;
                double near = 0;
                for (int other = 0; other < 12; other++) {
                    double nearness = other == person ? 0 : cosine(months[person], months[other]);
                    sum += nearness * years[other][item];
                    near += nearness;
                }
                assertThat(desk.circle().wanted(item)).as("seed %d", seed).isCloseTo(sum / near, within(1e-5));
            }
        }
    }

    private static double[][] decayed(Moment moment, double halfLifeDays) {
        Wants wants = moment.wants();
        var decayed = new double[wants.people()][moment.items()];
        for (int person = 0; person < wants.people(); person++) {
            for (int want = wants.from(person); want < wants.to(person); want++) {
                double days = (NOW - wants.minute(want)) / 1_440.0;
                decayed[person][wants.item(want)] += wants.weight(want) * Math.pow(0.5, days / halfLifeDays);
            }
        }
        return decayed;
    }

    private static double cosine(double[] one, double[] other) {
        double product = 0;
        double squares = 0;
        double others = 0;
        for (int item = 0; item < one.length; item++) {
            product += one[item] * other[item];
            squares += one[item] * one[item];
            others += other[item] * other[item];
        }
        return product / Math.sqrt(squares * others);
    }

    @Test
    void whoWantsNothingThatOthersWantHasNobodyAround() {
        Moment moment = moment(3, 4, List.of(bought(0, 0, 1), bought(0, 1, 1), bought(1, 2, 1), bought(1, 3, 1)));
        var desk = new Desk(moment);
        for (int person = 0; person < 3; person++) {
            desk.lay(person);
            for (int item = 0; item < 4; item++) {
                assertThat(desk.circle().wanted(item)).isZero();
            }
        }
    }

    @Test
    void whatIsToldOfOneAfterTheOtherIsToldOfEachAlone() {
        Moment moment = checkerboard();
        var used = new Desk(moment);
        for (int person = 0; person < 2 * SIDE; person++) {
            used.lay(person);
            var fresh = new Desk(moment);
            fresh.lay(person);
            for (int item = 0; item < 2 * SIDE; item++) {
                assertThat(used.circle().wanted(item)).isEqualTo(fresh.circle().wanted(item));
                assertThat(used.circle().wantedLately(item))
                        .isEqualTo(fresh.circle().wantedLately(item));
            }
        }
    }
}
