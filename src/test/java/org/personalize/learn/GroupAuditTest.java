package org.personalize.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.personalize.measure.Choice;
import org.personalize.measure.Judged;
import org.personalize.measure.Trial;
import org.personalize.village.SmallAudience;

class GroupAuditTest {

    private static final int PEOPLE = 400;

    private static SmallAudience people() {
        var people = new SmallAudience();
        for (int person = 0; person < PEOPLE; person++) {
            people.with(
                    "p" + person, "UTC", Map.of("age", "" + (18 + person % 60), "gender", person % 2 == 0 ? "f" : "m"));
        }
        return people;
    }

    private static List<Choice> audit(String column, java.util.function.IntToDoubleFunction score) {
        int[] all = IntStream.range(0, PEOPLE).toArray();
        double[] scores = IntStream.of(all).mapToDouble(score).toArray();
        var chosen = new Judged("a blend", "May", "NDCG@10 new", false, all, scores);
        var simple = new Judged("popular", "May", "NDCG@10 new", true, all, new double[PEOPLE]);
        return GroupAudit.of(people(), Set.of(column, "shoe_size"), List.of(simple, chosen));
    }

    @Test
    void aGroupThatIsServedWorseIsNamed() {
        List<Choice> choices = audit("gender", person -> person % 2 == 0 ? 0.2 : 0.5 + person % 7 * 0.01);
        assertThat(choices).hasSize(1);
        assertThat(choices.get(0).question()).isEqualTo("by gender");
        assertThat(choices.get(0).why())
                .startsWith("Served worse than the others")
                .contains("f (0.200, the others 0.5");
        assertThat(choices.get(0).trials().stream().map(Trial::stratum)).containsExactly("f", "m", "f", "m");
    }

    @Test
    void ofSeveralKindsOfListsItIsSaidOfWhich() {
        int[] all = IntStream.range(0, PEOPLE).toArray();
        var scores = new double[PEOPLE];
        var fresh = new Judged("a blend", "May", "NDCG@10 new", false, all, scores);
        var any = new Judged("a blend", "May", "NDCG@10 all", false, all, scores);
        assertThat(GroupAudit.of(people(), Set.of("gender"), List.of(fresh, any)))
                .extracting(Choice::question)
                .containsExactly("by gender, new things", "by gender, all things");
    }

    /** The tables beside it do so too. */
    @Test
    void sharesAreWrittenAsPercentages() {
        int[] all = IntStream.range(0, PEOPLE).toArray();
        double[] scores = IntStream.of(all)
                .mapToDouble(person -> person % 2 == 0 ? 0.2 : 0.5)
                .toArray();
        var chosen = new Judged("own hours", "May", "share within 1 h of the best hour", false, all, scores);
        assertThat(GroupAudit.of(people(), Set.of("gender"), List.of(chosen))
                        .get(0)
                        .why())
                .endsWith("f (20.0\u00a0%, the others 50.0\u00a0%).");
    }

    @Test
    void whereChanceExplainsItNobodyIsNamed() {
        assertThat(audit("gender", person -> person / 2 % 5 * 0.1).get(0).why()).startsWith("No group is served worse");
    }

    @Test
    void manyNumbersAreFourBandsWithEverybodyInOne() {
        List<Trial> trials = audit("age", person -> 0.5).get(0).trials();
        assertThat(trials.stream().map(Trial::stratum).distinct())
                .containsExactly("18 to 31", "32 to 45", "46 to 60", "61 to 77");
        assertThat(trials.stream()
                        .filter(Trial::isBaseline)
                        .mapToLong(trial -> trial.score().number())
                        .sum())
                .isEqualTo(PEOPLE);
    }
}
