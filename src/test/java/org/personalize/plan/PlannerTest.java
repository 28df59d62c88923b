package org.personalize.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.personalize.audience.Standing;
import org.personalize.campaign.AudienceRules.Follows;
import org.personalize.campaign.Campaign.Groups;
import org.personalize.campaign.Schedule.Repeat;
import org.personalize.history.Kind;
import org.personalize.plan.Decision.Group;
import org.personalize.plan.Decision.Status;
import org.personalize.plan.LedgerFacts.Mailing;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.template.Condition;
import org.personalize.template.Fields;
import org.personalize.template.RenderFailure;
import org.personalize.village.Villager;

class PlannerTest {

    private final Village village = new Village();

    @Test
    void withoutAScheduleEverybodyIsDueAtOnce() {
        village.person("ann");

        assertThat(village.decision("ann"))
                .isEqualTo(new Decision(0, Status.PLANNED, null, Village.NOW, 1, "only", 1, Group.NONE, Map.of()));
    }

    @ParameterizedTest
    @EnumSource(value = Standing.class, names = "MAY_BE_MAILED", mode = EnumSource.Mode.EXCLUDE)
    void whoeverMayNotBeMailedIsSkippedWithTheReasonOfTheAudience(Standing standing) {
        village.person("ann").is(standing);

        assertThat(village.decision("ann").reason().word()).isEqualTo(standing.reason());
    }

    @Test
    void theFirstReasonThatAppliesIsTheOneThatIsGiven() {
        village.where = Village.condition(values -> false, "customer.country");
        village.quietDays = 3;
        village.repeatAfter = Duration.ofDays(30);
        village.maxPerWeek = 1;
        village.window("2026-01-01T00:00", "2026-01-02T00:00");
        village.mailings.put("ann", List.of(new Mailing("spring", "", Village.NOW)));
        var ann = village.person("ann").with("country", "DE").is(Standing.BOUNCED);

        assertThat(village.decision("ann").reason()).isEqualTo(Reason.BOUNCED);
        ann.is(Standing.MAY_BE_MAILED);
        assertThat(village.decision("ann").reason()).isEqualTo(Reason.NOT_IN_AUDIENCE);
        village.where = null;
        assertThat(village.decision("ann").reason()).isEqualTo(Reason.REPEAT_AFTER);
        village.repeatAfter = null;
        village.mailings.put("ann", List.of(new Mailing("other", "", Village.NOW)));
        assertThat(village.decision("ann").reason()).isEqualTo(Reason.QUIET_DAYS);
        village.quietDays = 0;
        assertThat(village.decision("ann").reason()).isEqualTo(Reason.MAX_PER_WEEK);
        village.maxPerWeek = 0;
        assertThat(village.decision("ann").reason()).isEqualTo(Reason.NO_HOUR);
    }

    @Test
    void whoLacksWhatTheConditionReadsIsNotMeantAndIsCounted() {
        village.where = Village.condition(values -> values.get(0).equals("DE"), "customer.country");
        village.person("ann").with("country", "DE");
        village.person("ben").with("country", "FR");
        village.person("cem");
        village.person("dee");

        Plan plan = village.plan();

        assertThat(IntStream.range(0, 4).mapToObj(plan::decision).map(Decision::reason))
                .containsExactly(null, Reason.NOT_IN_AUDIENCE, Reason.NOT_IN_AUDIENCE, Reason.NOT_IN_AUDIENCE);
        assertThat(plan.warnings()).containsExactly("2 people have no customer.country: not in the audience.");
    }

    @Test
    void aConditionThatFailsForOnePersonLeavesOutThatPersonOnly() {
        village.where = failingUnless("ann");
        village.person("ann").with("id", "ann");
        village.person("ben").with("id", "ben");

        assertThat(village.decision("ann").status()).isEqualTo(Status.PLANNED);
        assertThat(village.decision("ben").reason()).isEqualTo(Reason.NOT_IN_AUDIENCE);
        assertThat(village.plan().warnings())
                .containsExactly("1 person leaves the audience's condition without an answer: not in the audience."
                        + " The first: text is no number.");
    }

    @Test
    void aConditionThatFailsForEverybodyIsTheCampaignsMistake() {
        village.where = failingUnless("nobody");
        village.people(3);

        assertThatThrownBy(village::plan).isInstanceOf(InputProblem.class).hasMessageContaining("text is no number");
    }

    /** A blank cell gives no answer either; it must not make a mistake of the campaign a run without people. */
    @Test
    void aConditionThatFailsForAllWhoHaveAValueIsTheCampaignsMistake() {
        village.where = failingUnless("nobody");
        Condition failing = village.where;
        village.where = new Condition() {
            @Override
            public Answer ask(Fields scope, ZoneId zone) throws RenderFailure {
                return FieldPath.of("customer.country").in(scope) == null ? Answer.MISSING : failing.ask(scope, zone);
            }

            @Override
            public Set<String> references() {
                return Set.of("customer.country");
            }

            @Override
            public String source() {
                return "customer.country > 3";
            }
        };
        village.person("ann");
        village.person("ben").with("country", "DE");

        assertThatThrownBy(village::plan).isInstanceOf(InputProblem.class).hasMessageContaining("text is no number");
    }

    private static Condition failingUnless(String id) {
        return new Condition() {
            @Override
            public Answer ask(Fields scope, ZoneId zone) throws RenderFailure {
                if (!id.equals(FieldPath.of("customer.id").in(scope))) {
                    throw new RenderFailure(
                            RenderFailure.Kind.WRONG_TYPE, Place.NOWHERE, "customer.id > 3", "text is no number");
                }
                return Answer.YES;
            }

            @Override
            public Set<String> references() {
                return Set.of("customer.id");
            }

            @Override
            public String source() {
                return "customer.id > 3";
            }
        };
    }

    @Test
    void aCampaignComesOnceUnlessItSaysOtherwise() {
        village.person("ann");
        village.mailings.put("ann", List.of(new Mailing("spring", "", Village.NOW.minus(Duration.ofDays(900)))));

        assertThat(village.decision("ann").reason()).isEqualTo(Reason.REPEAT_AFTER);
        village.repeatAfter = Duration.ofDays(899);
        assertThat(village.decision("ann").status()).isEqualTo(Status.PLANNED);
        village.repeatAfter = Duration.ofDays(901);
        assertThat(village.decision("ann").reason()).isEqualTo(Reason.REPEAT_AFTER);
    }

    @Test
    void aRecurringCampaignComesOncePerOccurrence() {
        village.window("2026-03-02T00:00", "2026-03-09T00:00");
        village.repeat = Repeat.WEEKLY;
        village.occurrence = "2026-W10";
        village.person("ann");
        village.person("ben");
        village.mailings.put("ann", List.of(new Mailing("spring", "2026-W09", Village.NOW.minus(Duration.ofDays(5)))));
        village.mailings.put("ben", List.of(new Mailing("spring", "2026-W10", Village.NOW)));

        assertThat(village.decision("ann").status()).isEqualTo(Status.PLANNED);
        assertThat(village.decision("ben").reason()).isEqualTo(Reason.REPEAT_AFTER);
    }

    @Test
    void mailOfOtherSystemsCountsToo() {
        village.quietDays = 3;
        village.person("ann");
        village.person("ben");
        village.event(0, Kind.SENT, -1, Village.NOW.minus(Duration.ofDays(2)), "elsewhere");
        village.event(1, Kind.SENT, -1, Village.NOW.minus(Duration.ofDays(3)), null);

        assertThat(village.decision("ann").reason()).isEqualTo(Reason.QUIET_DAYS);
        assertThat(village.decision("ben").status()).isEqualTo(Status.PLANNED);
    }

    @Test
    void theLedgersMailAndItsOwnSentEventCountOnce() {
        village.maxPerWeek = 2;
        village.person("ann");
        Instant at = Village.NOW.minus(Duration.ofDays(2));
        village.mailings.put("ann", List.of(new Mailing("digest", "", at)));
        village.event(0, Kind.SENT, -1, at.plusSeconds(40), "digest");

        assertThat(village.decision("ann").status()).isEqualTo(Status.PLANNED);
        village.event(0, Kind.SENT, -1, at.plusSeconds(40), "other");
        assertThat(village.decision("ann").reason()).isEqualTo(Reason.MAX_PER_WEEK);
    }

    @Test
    void aMailPromisedForSoonKeepsTheDaysBeforeItQuiet() {
        village.quietDays = 3;
        village.person("ann");
        village.mailings.put("ann", List.of(new Mailing("digest", "", Village.NOW.plus(Duration.ofDays(2)))));

        assertThat(village.decision("ann").reason()).isEqualTo(Reason.QUIET_DAYS);
    }

    @Test
    void aFollowingCampaignWaitsForTheOneItFollows() {
        village.follows = new Follows("welcome", Duration.ofDays(3));
        village.person("ann");
        village.person("ben");
        village.person("cem");
        village.mailings.put("ann", List.of(new Mailing("welcome", "", Village.NOW.minus(Duration.ofDays(3)))));
        village.mailings.put("ben", List.of(new Mailing("welcome", "", Village.NOW.minus(Duration.ofDays(2)))));

        assertThat(village.decision("ann").status()).isEqualTo(Status.PLANNED);
        assertThat(village.decision("ben").reason()).isEqualTo(Reason.NOT_IN_AUDIENCE);
        assertThat(village.decision("cem").reason()).isEqualTo(Reason.NOT_IN_AUDIENCE);
    }

    @Test
    void groupsHaveTheirSharesAndStayWhenPeopleJoin() {
        village.groups = new Groups(0.05, 0.10);
        village.people(20_000);
        Plan before = village.plan();
        village.name = "summer";
        village.people(5_000);
        Plan after = village.plan();

        List<Group> groups = groups(before, 20_000);
        assertThat(groups(after, 20_000)).isEqualTo(groups);
        assertWithin(count(groups, Group.NO_MAIL), 20_000, 0.05);
        assertWithin(count(groups, Group.PLAIN_MAIL), 20_000, 0.10);
    }

    @Test
    void growingOneGroupMovesNobodyOutOfTheOther() {
        village.groups = new Groups(0.05, 0.10);
        village.people(2_000);
        List<Group> before = groups(village.plan(), 2_000);
        village.groups = new Groups(0.20, 0.10);
        List<Group> after = groups(village.plan(), 2_000);

        for (int person = 0; person < 2_000; person++) {
            if (before.get(person) != Group.NONE) {
                assertThat(after.get(person)).isEqualTo(before.get(person));
            }
        }
    }

    @Test
    void variantsAreSharedOutIndependentlyOfTheGroups() {
        village.groups = new Groups(0, 0.5);
        village.variants = List.of("plain", "picked");
        village.shares = Map.of("plain", 0.8, "picked", 0.2);
        village.people(20_000);
        Plan plan = village.plan();

        List<Decision> personal = IntStream.range(0, 20_000)
                .mapToObj(plan::decision)
                .filter(decision -> decision.group() == Group.NONE)
                .toList();
        long picked = personal.stream()
                .filter(decision -> "picked".equals(decision.variant()))
                .count();
        assertWithin(picked, personal.size(), 0.2);
        assertThat(personal)
                .allSatisfy(decision -> assertThat(decision.variantChance())
                        .isEqualTo("picked".equals(decision.variant()) ? 0.2 : 0.8));
    }

    @Test
    void plainMailIsTheFirstVariantAtOneHourForEverybody() {
        village.window("2026-03-03T00:00", "2026-03-06T00:00");
        village.groups = new Groups(0, 0.3);
        village.variants = List.of("plain", "picked");
        village.shares = Map.of("plain", 0.5, "picked", 0.5);
        village.hours = person -> person % 3 == 0 ? Village.at(7) : Village.at(20);
        village.people(300);
        Plan plan = village.plan();

        List<Decision> plain = IntStream.range(0, 300)
                .mapToObj(plan::decision)
                .filter(decision -> decision.group() == Group.PLAIN_MAIL)
                .toList();
        assertThat(plain).hasSizeBetween(60, 120).allSatisfy(decision -> {
            assertThat(decision.variant()).isEqualTo("plain");
            assertThat(decision.variantChance()).isEqualTo(1);
            assertThat(decision.sendAt().toString()).startsWith("2026-03-03T20:");
        });
    }

    @Test
    void whoeverRefusedPersonalizationGetsPlainMailOutsideTheComparison() {
        village.groups = new Groups(0, 0.5);
        village.variants = List.of("plain", "picked");
        village.shares = Map.of("plain", 0.0, "picked", 1.0);
        village.people(200);
        village.people.forEach(Villager::refusesPersonalization);
        Plan plan = village.plan();

        assertThat(IntStream.range(0, 200).mapToObj(plan::decision)).allSatisfy(decision -> {
            assertThat(decision.group()).isEqualTo(Group.NONE);
            assertThat(decision.variant()).isEqualTo("plain");
        });
    }

    @Test
    void aLimitTakesTheFirstOfTheFileAndOnlyTakesTheNamed() {
        village.people(6);
        village.people.get(0).is(Standing.BOUNCED);
        village.limit = 2;
        assertThat(statuses())
                .containsExactly("bounced", "planned", "planned", "not_selected", "not_selected", "not_selected");
        village.limit = Planning.NO_LIMIT;
        village.only = Set.of(0, 4);
        assertThat(statuses())
                .containsExactly("bounced", "not_selected", "not_selected", "not_selected", "planned", "not_selected");
    }

    private List<String> statuses() {
        Plan plan = village.plan();
        return IntStream.range(0, plan.size())
                .mapToObj(plan::decision)
                .map(decision -> decision.reason() == null
                        ? decision.status().word()
                        : decision.reason().word())
                .toList();
    }

    @Test
    void anEndBeforeTheStartIsRefused() {
        village.window("2026-03-04T00:00", "2026-03-03T00:00");

        assertThatThrownBy(village::plan)
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("schedule.end 2026-03-03T00:00 is not after schedule.start 2026-03-04T00:00");
    }

    @Test
    void anEmptyAudienceAndAGroupOfEverybodyAreSaid() {
        assertThat(village.plan().warnings()).containsExactly("The customer file holds nobody who could be mailed.");
        village.people(1);
        village.groups = new Groups(1, 0);
        assertThat(village.plan().warnings()).containsExactly("Everybody is in the no_mail group: nobody is mailed.");
        village.groups = new Groups(0.5, 0.5);
        assertThat(village.plan().warnings())
                .containsExactly("Everybody is in a comparison group: nobody gets a personal mail.");
    }

    private static List<Group> groups(Plan plan, int people) {
        return IntStream.range(0, people)
                .mapToObj(plan::decision)
                .map(Decision::group)
                .toList();
    }

    private static long count(List<Group> groups, Group group) {
        return groups.stream().filter(one -> one == group).count();
    }

    /** Within four standard deviations. */
    private static void assertWithin(long count, int people, double share) {
        double spread = 4 * Math.sqrt(people * share * (1 - share));
        assertThat((double) count).isBetween(people * share - spread, people * share + spread);
    }
}
