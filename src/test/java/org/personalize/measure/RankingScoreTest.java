package org.personalize.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankingScoreTest {

    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;

    /** Ann had a and b and took c; Bob had a and took a, b and c; Kim had a and c and took a. */
    private static final int[][] SEEN = {{A, B}, {A}, {A, C}};

    private static final int[][] HELD_OUT = {{C}, {C, B, A, A}, {A}};
    private static final int[][] RANKED = {{B, C}, {C}, {}};

    private static RankingScore score(Task task, RankingScore score) {
        for (int person = 0; person < RANKED.length; person++) {
            score.add(RANKED[person], task.wanted(HELD_OUT[person], SEEN[person]));
        }
        return score;
    }

    @Test
    void newThingsAreFoundAsTheIndependentScorerFindsThem() {
        RankingScore score = score(Task.NEW, new RankingScore(2, 2));

        assertThat(score.people()).isEqualTo(2);
        assertThat(score.ndcg()).usingComparatorWithPrecision(1e-5).containsExactly(0.63093, 0.61315);
        assertThat(Interval.of(score.recall()).mean()).isEqualTo(0.75);
    }

    @Test
    void whatWasNotListedAgainIsNotFoundAgain() {
        RankingScore score = score(Task.REPEAT, new RankingScore(2, 2));

        assertThat(score.people()).isEqualTo(2);
        assertThat(score.ndcg()).containsExactly(0, 0);
    }

    @Test
    void everythingIsWantedWhereTheTaskIsAll() {
        assertThat(Task.ALL.wanted(HELD_OUT[1], SEEN[1])).containsExactly(A, B, C);
        assertThat(Task.NEW.wanted(HELD_OUT[1], SEEN[1])).containsExactly(B, C);
        assertThat(Task.REPEAT.wanted(HELD_OUT[1], SEEN[1])).containsExactly(A);
        assertThat(score(Task.ALL, new RankingScore()).people()).isEqualTo(3);
    }

    @Test
    void aThingNamedTwiceIsFoundOnce() {
        var score = new RankingScore();
        score.add(new int[] {C, C, B}, new int[] {B, C});

        assertThat(score.ndcg()).containsExactly(1);
        assertThat(score.recall()).containsExactly(1);
    }

    @Test
    void recallLooksDeeperThanTheGain() {
        var score = new RankingScore();
        int[] ranked = new int[25];
        Arrays.setAll(ranked, i -> i);
        score.add(ranked, new int[] {9, 15, 22});

        assertThat(score.recall()).usingComparatorWithPrecision(1e-12).containsExactly(2.0 / 3);
        double ideal = 1 + 1 / log2(3) + 1 / log2(4);
        assertThat(score.ndcg()[0]).isCloseTo(1 / log2(11) / ideal, within(1e-12));
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    @Test
    void scoresLieBetweenNothingAndAllAndMovingAHitForwardNeverHurts() {
        for (long seed = 1; seed <= 300; seed++) {
            var random = new Random(seed);
            int[] ranked = shuffled(40, random);
            int[] wanted = random.ints(1 + random.nextInt(12), 0, 60)
                    .sorted()
                    .distinct()
                    .toArray();
            double before = RankingScore.ndcg(ranked, wanted, 10);
            assertThat(before).as("seed " + seed).isBetween(0.0, 1.0);
            int at = 1 + random.nextInt(ranked.length - 1);
            if (Arrays.binarySearch(wanted, ranked[at]) >= 0) {
                int hit = ranked[at];
                ranked[at] = ranked[at - 1];
                ranked[at - 1] = hit;
                assertThat(RankingScore.ndcg(ranked, wanted, 10))
                        .as("seed " + seed)
                        .isGreaterThanOrEqualTo(before);
            }
            assertThat(RankingScore.ndcg(wanted, wanted, 10)).as("seed " + seed).isCloseTo(1, within(1e-12));
        }
    }

    private static int[] shuffled(int size, Random random) {
        int[] numbers = new int[size];
        Arrays.setAll(numbers, i -> i);
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int number = numbers[i];
            numbers[i] = numbers[j];
            numbers[j] = number;
        }
        return numbers;
    }

    @Test
    void exposureIsMeasuredOverTheWholeCatalogue() {
        var exposure = new Exposure(3);
        exposure.add(new int[] {B, C});
        exposure.add(new int[] {C});
        assertThat(exposure.coverage()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(exposure.gini()).isCloseTo(4.0 / 9, within(1e-12));

        assertThat(new Exposure(0).coverage()).isZero();
        assertThat(new Exposure(3).gini()).isZero();
    }
}
