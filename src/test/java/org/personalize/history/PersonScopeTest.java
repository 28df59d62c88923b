package org.personalize.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.template.Condition.Answer;
import org.personalize.template.Fields;
import org.personalize.template.Limits;
import org.personalize.template.RenderFailure;
import org.personalize.template.TemplateRoom;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCatalog;

class PersonScopeTest {

    private final SmallAudience people =
            SmallAudience.of("ann", "bob").with("kim", "Asia/Tokyo", Map.of("country", "JP"));
    private final SmallCatalog items = SmallCatalog.of("tent:camping", "rope:climbing", "gift");
    private final History history = new Log(people, items)
            .of(
                    "ann;sent;2026-02-20T09:00:00Z;;;;spring;",
                    "ann;click;2026-02-25T08:00:00Z;rope;;;spring;",
                    "ann;purchase;2026-02-01T10:00:00Z;tent;100;o1;;",
                    "ann;purchase;2026-02-01T10:00:00Z;rope;20.10;o1;;",
                    "ann;purchase;2026-02-20T08:59:59Z;tent;50;o2;;",
                    "ann;purchase;2026-03-03T08:00:00Z;gift;7;o3;;",
                    "kim;purchase;2026-02-27T16:00:00Z;tent;;;;");
    private final PersonScope scope = new PersonScope(people, items, history, Log.NOW);

    private @Nullable Object profile(int person, String name) {
        return ((Fields) Objects.requireNonNull(scope.of(person).field("profile"))).field(name);
    }

    private @Nullable Object call(int person, String function, Object... arguments) {
        return ((Fields.Function) Objects.requireNonNull(scope.of(person).field(function))).call(List.of(arguments));
    }

    @Test
    void aProfileSaysWhatTheEventsSay() {
        assertThat(Profiles.NAMES.stream().map(name -> profile(0, name)))
                .containsExactly(
                        59.03,
                        null,
                        null,
                        5L,
                        10L,
                        null,
                        null,
                        LocalDate.of(2026, 2, 20),
                        "active",
                        3L,
                        177.1,
                        List.of("camping", "climbing"));
    }

    @Test
    void whatIsUnknownIsMissing() {
        assertThat(Profiles.NAMES.stream().map(name -> profile(1, name)))
                .containsExactly(null, null, null, null, null, null, null, null, "new", 0L, 0.0, null);
        assertThat(profile(2, "spend")).isNull();
        assertThat(profile(2, "orders")).isEqualTo(1L);
        assertThat(profile(2, "average_order")).isNull();
        assertThat(profile(0, "shoe_size")).isNull();
    }

    @Test
    void theLastPurchaseIsADayOfThePersonsOwnCalendar() {
        assertThat(profile(2, "last_purchase")).isEqualTo(LocalDate.of(2026, 2, 28));
    }

    @Test
    void theFunctionsLookBack() {
        assertThat(call(0, "received", "spring", "11d")).isEqualTo(true);
        assertThat(call(0, "received", "spring", "9d")).isEqualTo(false);
        assertThat(call(0, "received", "spring")).isEqualTo(true);
        assertThat(call(0, "received", "autumn", "52w")).isEqualTo(false);
        assertThat(call(0, "clicked", "spring", "7d")).isEqualTo(true);
        assertThat(call(1, "clicked", "spring", "7d")).isEqualTo(false);
        assertThat(call(2, "bought_since", "2026-02-28")).isEqualTo(true);
        assertThat(call(2, "bought_since", "2026-03-01")).isEqualTo(false);
    }

    @Test
    void daysAreThoseOfThePersonsOwnCalendar() {
        assertThat(call(0, "days_since", LocalDate.of(2026, 3, 2))).isEqualTo(0L);
        assertThat(call(0, "days_since", LocalDate.of(2026, 2, 20))).isEqualTo(10L);
        assertThat(call(0, "days_since", "2026-03-05")).isEqualTo(-3L);
        assertThat(call(2, "days_since", Log.NOW.minusSeconds(18 * 3600 + 1))).isEqualTo(1L);
        assertThat(call(0, "days_since", "soon")).isNull();
        assertThatThrownBy(() -> call(0, "days_since")).isInstanceOf(InputProblem.class);
    }

    @Test
    void whatOnlyTheLedgerKnowsWasReceivedToo() {
        var told = new PersonScope(
                people,
                items,
                history,
                Log.NOW,
                Forecasts.NONE,
                (person, campaign) -> person == 1 && campaign.equals("autumn")
                        ? Log.NOW.minusSeconds(3600).getEpochSecond()
                        : Sendings.NEVER);
        Fields.Function received =
                (Fields.Function) Objects.requireNonNull(told.of(1).field("received"));
        assertThat(received.call(List.of("autumn"))).isEqualTo(true);
        assertThat(received.call(List.of("autumn", "2h"))).isEqualTo(true);
        assertThat(received.call(List.of("autumn", "30m"))).isEqualTo(false);
        assertThat(received.call(List.of("spring"))).isEqualTo(false);
        assertThat(told.nextLapse()).contains(Log.NOW.plusSeconds(3601));
    }

    @Test
    void nothingIsKnownOfWhoeverRefusesPersonalization() {
        people.withoutPersonalization(0);

        assertThat(Profiles.NAMES.stream().map(name -> profile(0, name))).containsOnlyNulls();
        assertThat(call(0, "clicked", "spring", "7d")).isNull();
    }

    @Test
    void whatWasSentAndSoldIsKnownOfEverybodySoThatItCanKeepMailBack() {
        people.withoutPersonalization(0).withoutTracking(0);

        assertThat(call(0, "received", "spring", "11d")).isEqualTo(true);
        assertThat(call(0, "bought_since", "2026-02-20")).isEqualTo(true);
    }

    @Test
    void clicksOfWhoeverRefusesTrackingSayNothing() {
        people.withoutTracking(0);

        assertThat(profile(0, "days_since_click")).isNull();
        assertThat(call(0, "clicked", "spring", "7d")).isNull();
        assertThat(profile(0, "days_since_purchase")).isEqualTo(10L);
        assertThat(profile(0, "top_categories")).isEqualTo(List.of("camping", "climbing"));
    }

    @Test
    void aCategoryThatWasOnlyClickedIsNotLearnedWithoutTracking() {
        people.withoutTracking(1);
        History clicks = new Log(people, items)
                .of("ann;click;2026-02-25T08:00:00Z;rope;;;spring;", "bob;click;2026-02-25T08:00:00Z;rope;;;spring;");
        var profiles = new Profiles(people, items, clicks, Log.NOW, Forecasts.NONE);

        assertThat(profiles.of(0).field("top_categories")).isEqualTo(List.of("climbing"));
        assertThat(profiles.of(1).field("top_categories")).isNull();
    }

    @Test
    void aConditionOnWhatIsNotKnownIsMissingAndNotANo() throws RenderFailure {
        people.withoutTracking(0).withoutPersonalization(1);
        assertThat(ask(0, "!clicked('spring')")).isEqualTo(Answer.MISSING);
        assertThat(ask(1, "profile.orders == 0")).isEqualTo(Answer.MISSING);
        assertThat(ask(1, "(profile.orders!0) == 0")).isEqualTo(Answer.YES);
        assertThat(ask(0, "(clicked('spring'))!false")).isEqualTo(Answer.NO);
    }

    private Answer ask(int person, String condition) throws RenderFailure {
        return new TemplateRoom(Path.of("."), source -> source, Limits.MAIL)
                .condition(condition, Place.NOWHERE)
                .ask(scope.of(person), ZoneOffset.UTC);
    }

    @Test
    void aFunctionAskedWronglySaysHowToAsk() {
        assertThatThrownBy(() -> call(0, "received", "spring", "a week"))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("received('campaign', '7d')")
                .hasMessageContaining("a week");
        assertThatThrownBy(() -> call(0, "bought_since")).isInstanceOf(InputProblem.class);
        assertThatThrownBy(() -> call(0, "bought_since", "spring")).isInstanceOf(InputProblem.class);
        assertThatThrownBy(() -> call(0, "clicked", 7)).isInstanceOf(InputProblem.class);
    }

    @Test
    void aScopeKnowsItsNamesAndNoOthers() {
        assertThat(scope.of(2).field("now")).isEqualTo(Log.NOW);
        assertThat(((Fields) Objects.requireNonNull(scope.of(2).field("customer"))).field("country"))
                .isEqualTo("JP");
        assertThat(scope.of(2).field("slots")).isNull();
    }
}
