package org.personalize.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalize.campaign.AudienceRules.Follows;
import org.personalize.history.Kind;
import org.personalize.plan.LedgerFacts.Mailing;

/** Mails of other campaigns, gone and promised; the village's own campaign has priority 0. */
class PressureTest {

    private static final Instant TOMORROW = Village.NOW.plus(Duration.ofDays(1));
    private static final Instant YESTERDAY = Village.NOW.minus(Duration.ofDays(1));

    private final Village village = new Village();

    @BeforeEach
    void settle() {
        village.person("ann");
        village.quietDays = 3;
    }

    private Reason reason() {
        return village.decision("ann").reason();
    }

    @ParameterizedTest
    @CsvSource({"-1,", "0,QUIET_DAYS", "1,PRIORITY"})
    void aPromiseOfAnotherCampaignCountsByItsPriority(int priority, Reason reason) {
        village.mailings.put("ann", List.of(new Mailing("digest", "", TOMORROW, false, priority)));
        assertThat(reason()).isEqualTo(reason);
    }

    @Test
    void whatHasGoneCountsWhateverItsPriority() {
        village.mailings.put("ann", List.of(new Mailing("digest", "", YESTERDAY, true, -1)));
        assertThat(reason()).isEqualTo(Reason.QUIET_DAYS);
    }

    @Test
    void mailOfOtherSystemsCountsAsSent() {
        village.event(0, Kind.SENT, -1, YESTERDAY, "newsletter of another system");
        assertThat(reason()).isEqualTo(Reason.QUIET_DAYS);
    }

    @Test
    void aReasonOfItsOwnComesBeforeTheOthersPriority() {
        village.mailings.put(
                "ann",
                List.of(new Mailing("digest", "", YESTERDAY, true, 0), new Mailing("launch", "", TOMORROW, false, 9)));
        assertThat(reason()).isEqualTo(Reason.QUIET_DAYS);
    }

    @Test
    void theWeeksLimitGivesWayToo() {
        village.quietDays = 0;
        village.maxPerWeek = 1;
        village.mailings.put("ann", List.of(new Mailing("launch", "", TOMORROW, false, 9)));
        assertThat(reason()).isEqualTo(Reason.PRIORITY);
    }

    @Test
    void aSeniorsOwnRulesKeepItsPromisesFree() {
        village.quietDays = 0;
        village.mailings.put("ann", List.of(new Mailing("launch", "", TOMORROW, false, 9, 3, 0)));
        assertThat(reason()).isEqualTo(Reason.PRIORITY);
        village.mailings.put("ann", List.of(new Mailing("launch", "", TOMORROW, false, 9, 0, 1)));
        assertThat(reason()).isEqualTo(Reason.PRIORITY);
        village.mailings.put("ann", List.of(new Mailing("launch", "", TOMORROW, false, 0, 3, 1)));
        assertThat(reason()).isNull();
        village.mailings.put("ann", List.of(new Mailing("launch", "", TOMORROW, false, 9, 0, 2)));
        assertThat(reason()).isNull();
    }

    @Test
    void onlyMailThatHasGoneIsFollowed() {
        village.quietDays = 0;
        village.follows = new Follows("welcome-1", Duration.ofDays(3));
        Instant longAgo = Village.NOW.minus(Duration.ofDays(4));
        village.mailings.put("ann", List.of(new Mailing("welcome-1", "", longAgo, false, 0)));
        assertThat(reason()).isEqualTo(Reason.NOT_IN_AUDIENCE);

        village.mailings.put("ann", List.of(new Mailing("welcome-1", "", longAgo, true, 0)));
        assertThat(reason()).isNull();

        assertThat(village.plan().warnings()).isEmpty();

        village.mailings.put("ann", List.of(new Mailing("welcome-1", "", YESTERDAY, true, 0)));
        assertThat(reason()).isEqualTo(Reason.NOT_IN_AUDIENCE);
        assertThat(village.plan().warnings())
                .containsExactly(
                        "Nobody was sent welcome-1, which this campaign follows, long enough ago: not in the audience.");
    }

    @Test
    void onlyJuniorPromisesTooNearAreDisplaced() {
        var near = new Mailing("digest", "", TOMORROW, false, -1);
        village.mailings.put(
                "ann",
                List.of(
                        near,
                        new Mailing("far", "", Village.NOW.plus(Duration.ofDays(3)), false, -1),
                        new Mailing("equal", "", TOMORROW, false, 0),
                        new Mailing("gone", "", TOMORROW, true, -1)));
        assertThat(new Displacement(village.planning()).by("ann", Village.NOW)).containsExactly(near);
    }

    @Test
    void asFewAreDisplacedAsTheWeekNeedsTheLatestFirst() {
        village.quietDays = 0;
        village.maxPerWeek = 2;
        var first = new Mailing("first", "", TOMORROW, false, -1);
        var second = new Mailing("second", "", TOMORROW.plus(Duration.ofDays(1)), false, -1);
        village.mailings.put("ann", List.of(first, second));
        assertThat(new Displacement(village.planning()).by("ann", Village.NOW)).containsExactly(second);
    }
}
