package org.personalize.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.personalize.history.Log;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCatalog;

/** What every way to find out which items speak for which must do. */
class KinshipTest {

    private static final int SIDE = 8;
    private static final int LATE = Integer.MAX_VALUE;

    static Stream<Kinship> kinships() {
        return Stream.of(
                Neighbours.USUAL,
                new Neighbours("carefully", 0.7, 20),
                new LinearItems(1, 1_000, new PlainInverse()),
                new LinearItems(1, 1_000, Inverse.best()));
    }

    /** People and items of even numbers belong together, and those of odd numbers; everybody lacks one item of theirs. */
    private static Had checkerboard() {
        var people = new SmallAudience();
        var items = new SmallCatalog();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 2 * SIDE; i++) {
            items.add("i" + i, null);
            people.add("p" + i);
        }
        for (int person = 0; person < 2 * SIDE; person++) {
            for (int item = person % 2; item < 2 * SIDE; item += 2) {
                if (item != person) {
                    lines.add("p" + person + ";purchase;2026-02-01T08:00:00Z;i" + item + ";;;;");
                }
            }
        }
        var wants = Wants.of(people, new Log(people, items).of(lines.toArray(String[]::new)), new Categories(items));
        return Had.before(wants, LATE, items.size());
    }

    @ParameterizedTest
    @MethodSource("kinships")
    void theItemThatSomebodyLacksIsTheOneMostSpokenFor(Kinship kinship) {
        Had had = checkerboard();
        Kin kin = kinship.learn(had);
        for (int person = 0; person < had.people(); person++) {
            var scores = new double[had.items()];
            for (int k = had.fromOf(person); k < had.toOf(person); k++) {
                for (int link = kin.from(had.item(k)); link < kin.to(had.item(k)); link++) {
                    scores[kin.other(link)] += kin.strength(link);
                }
            }
            for (int item = 1 - person % 2; item < scores.length; item += 2) {
                assertThat(scores[person]).isGreaterThan(scores[item] + 0.01);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinships")
    void nothingLinksWhereNothingIsKnown(Kinship kinship) {
        var people = SmallAudience.of("ann");
        var two = SmallCatalog.of("a", "b");
        var none = Wants.of(people, new Log(people, two).of(), new Categories(two));
        assertThat(kinship.learn(Had.before(none, LATE, 2)).isEmpty()).isTrue();
        assertThat(kinship.learn(Had.before(none, LATE, 0)).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("kinships")
    void noItemSpeaksForItself(Kinship kinship) {
        Had had = checkerboard();
        Kin kin = kinship.learn(had);
        for (int item = 0; item < had.items(); item++) {
            assertThat(kin.strength(item, item)).isZero();
        }
    }

    @Test
    void plainJavaAndTheNativeLibraryFindTheSameInverse() {
        for (int size : new int[] {1, 2, 63, 64, 65, 200}) {
            double[][] plain = positiveDefinite(size);
            double[][] best = positiveDefinite(size);
            double[][] original = positiveDefinite(size);
            new PlainInverse().invert(plain);
            Inverse.best().invert(best);
            for (int row = 0; row < size; row++) {
                assertThat(plain[row]).containsExactly(best[row], within(1e-9));
                double one = 0;
                for (int k = 0; k < size; k++) {
                    one += original[row][k] * plain[k][row];
                }
                assertThat(one).isCloseTo(1, within(1e-9));
            }
        }
    }

    private static double[][] positiveDefinite(int size) {
        var random = new Random(size);
        var factor = new double[size][size];
        for (double[] row : factor) {
            for (int i = 0; i < size; i++) {
                row[i] = random.nextGaussian();
            }
        }
        var product = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                for (int k = 0; k < size; k++) {
                    product[i][j] += factor[i][k] * factor[j][k];
                }
            }
            product[i][i] += size;
        }
        return product;
    }

    @Test
    void itemsThatReadAlikeAreLinkedMoreTheMoreTheyShare() {
        var items = SmallCatalog.of(
                "tent:camping:red|light", "stove:camping:gas", "rope:climbing:red", "gift", "hut:camping:red|light");
        Kin kin = Likeness.of(items);
        assertThat(kin.strength(0, 4)).isGreaterThan(kin.strength(0, 1)).isGreaterThan(kin.strength(0, 2));
        assertThat(kin.strength(0, 1)).isPositive();
        assertThat(kin.strength(0, 3)).isZero();
        assertThat(kin.strength(0, 4)).isEqualTo(kin.strength(4, 0));
    }

    @Test
    void onlyTheStrongestLinksAreKept() {
        var rows = new KinRows(5);
        rows.addStrongest(0, new int[] {4, 3, 2, 1, 0}, 5, new double[] {9, 0.5, -0.7, 0.5, 0}, 2);
        Kin kin = rows.kin();
        assertThat(kin.to(0)).isEqualTo(2);
        assertThat(kin.strength(0, 2)).isEqualTo(-0.7f);
        assertThat(kin.strength(0, 1)).isEqualTo(0.5f);
    }

    @Test
    void linksThatLeadNowhereAreRefused() {
        assertThatThrownBy(() -> new Kin(new int[] {0, 1}, new int[] {3}, new float[] {1}).check(1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Kin(new int[] {0, 1}, new int[] {0}, new float[] {Float.NaN}).check(1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
