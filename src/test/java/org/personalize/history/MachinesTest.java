package org.personalize.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalize.history.Reaction.AGENT;
import static org.personalize.history.Reaction.AHEAD;
import static org.personalize.history.Reaction.ALL_LINKS;
import static org.personalize.history.Reaction.AT_ONCE;
import static org.personalize.history.Reaction.FLAGGED;
import static org.personalize.history.Reaction.HUMAN;
import static org.personalize.history.Reaction.IMAGE_PROXY;
import static org.personalize.history.Reaction.UNDECIDED;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCatalog;

class MachinesTest {

    private final SmallAudience people = SmallAudience.of("ann", "bob");
    private final SmallCatalog items = SmallCatalog.of("tent", "rope", "stove", "lamp");
    private final Log log = new Log(people, items);

    private static List<Reaction> reactions(History history) {
        return IntStream.range(0, history.size()).mapToObj(history::reaction).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"machine", "Machine Open", "bot", "prefetch", "Apple MPP", "apple_mail_privacy", "NHI"})
    void aProviderMayNameTheMachine(String kind) {
        assertThat(new MachineSigns().of(Kind.OPEN, null, kind, "iPhone")).isEqualTo(FLAGGED);
    }

    @ParameterizedTest
    @CsvSource({"true,FLAGGED", "YES,FLAGGED", "apple,FLAGGED", "google,IMAGE_PROXY", "no,HUMAN", "unknown,UNDECIDED"})
    void aColumnMayOnlySayWhetherItWasAMachine(String flag, Reaction expected) {
        assertThat(new MachineSigns().of(Kind.OPEN, flag, null, null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Barracuda Sentinel (EE)",
                "Mozilla/5.0 (compatible; Googlebot/2.1)",
                "python-requests/2.31",
                "Mozilla/5.0",
                "Mozilla/5.0 (X11) HeadlessChrome/120",
                "curl/8.1"
            })
    void scannersAreKnownByTheirNames(String agent) {
        assertThat(new MachineSigns().of(Kind.CLICK, null, null, agent)).isEqualTo(AGENT);
        assertThat(new MachineSigns().of(Kind.OPEN, null, null, agent)).isEqualTo(AGENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148",
                "Thunderbird 115",
                "Cubot Note 20",
                "desktop",
                "Outlook"
            })
    void whatPeopleReadWithIsNoMachine(String agent) {
        assertThat(new MachineSigns().of(Kind.OPEN, null, null, agent)).isEqualTo(HUMAN);
        assertThat(new MachineSigns().of(Kind.CLICK, null, null, agent)).isEqualTo(HUMAN);
    }

    @Test
    void aPictureThatAProxyFetchedMayHaveBeenSeenByAnybody() {
        String proxy = "Mozilla/5.0 (Windows NT 5.1) Firefox/11.0 (via ggpht.com GoogleImageProxy)";
        assertThat(new MachineSigns().of(Kind.OPEN, null, null, proxy)).isEqualTo(IMAGE_PROXY);
        assertThat(new MachineSigns().of(Kind.OPEN, null, "proxy", null)).isEqualTo(IMAGE_PROXY);
        assertThat(new MachineSigns().of(Kind.PURCHASE, "yes", "bot", "curl/8")).isEqualTo(HUMAN);
    }

    @Test
    void nobodyReadsWithinSecondsOfTheDelivery() {
        History history = log.of(
                "ann;sent;2026-01-01T09:00:00Z;;;;spring;",
                "ann;delivered;2026-01-01T09:05:00Z;;;;spring;",
                "ann;click;2026-01-01T09:05:10Z;tent;;;spring;",
                "ann;click;2026-01-01T09:05:11Z;tent;;;spring;",
                "ann;click;2026-01-01T09:05:12Z;tent;;;summer;",
                "bob;click;2026-01-01T09:05:13Z;tent;;;spring;");
        assertThat(reactions(history)).containsExactly(HUMAN, HUMAN, AT_ONCE, HUMAN, HUMAN, HUMAN);
        assertThat(history.counts()).containsEntry("machines_at_once", 1L);
        assertThat(history.notes())
                .containsExactly(
                        "1 open or click is a machine's and counts for nothing: 1 within 10 seconds of the delivery.");
    }

    @Test
    void daysWithoutHoursCannotTellHaste() {
        History history =
                log.of("ann;sent;2026-01-01T00:00:00Z;;;;spring;", "ann;click;2026-01-01T00:00:00Z;tent;;;spring;");
        assertThat(reactions(history)).containsExactly(HUMAN, HUMAN);
    }

    @Test
    void whoFollowsAllLinksAtOnceIsAScanner() {
        History history = log.of(
                "ann;click;2026-01-01T09:00:00Z;tent;;;spring;",
                "ann;click;2026-01-01T09:00:02Z;rope;;;spring;",
                "ann;click;2026-01-01T09:00:05Z;stove;;;spring;",
                "ann;click;2026-01-01T10:00:00Z;tent;;;spring;",
                "ann;click;2026-01-01T10:00:03Z;rope;;;spring;",
                "ann;click;2026-01-01T10:00:06Z;stove;;;spring;",
                "bob;click;2026-01-01T11:00:00Z;tent;;;spring;",
                "bob;click;2026-01-01T11:00:01Z;tent;;;spring;",
                "bob;click;2026-01-01T11:00:02Z;tent;;;spring;");
        assertThat(reactions(history))
                .containsExactly(ALL_LINKS, ALL_LINKS, ALL_LINKS, HUMAN, HUMAN, HUMAN, HUMAN, HUMAN, HUMAN);
        assertThat(IntStream.range(0, 4).mapToObj(history::weight)).containsExactly(0f, 0f, 0f, 1f);
        assertThat(history.countingMachines().weight(0)).isEqualTo(1);
        assertThat(history.counts()).containsEntry("machines_on_all_links", 3L);
    }

    @Test
    void whoClickedHadOpened() {
        History history = log.of(
                "ann;open;2026-01-01T09:00:00Z;;;;spring;",
                "ann;open;2026-01-01T09:00:00Z;;;;summer;",
                "ann;open;2026-01-01T09:01:00Z;;;;spring;proxy",
                "ann;open;2026-01-02T09:00:00Z;;;;spring;",
                "ann;click;2026-01-02T10:00:00Z;tent;;;spring;",
                "ann;open;2026-01-03T09:01:00Z;;;;spring;",
                "ann;open;2026-01-03T09:02:00Z;;;;spring;mpp");
        assertThat(reactions(history))
                .as("in the same visit")
                .containsExactly(UNDECIDED, UNDECIDED, IMAGE_PROXY, HUMAN, HUMAN, UNDECIDED, FLAGGED);
        assertThat(history.counts()).containsEntry("unknown_readers", 4L).containsEntry("machines_by_flag", 1L);
    }

    @Test
    void whoseMailsAreFetchedAheadHasNotOpenedThem() {
        var lines = new ArrayList<String>();
        for (int day = 1; day <= 6; day++) {
            lines.add("ann;sent;2026-01-0%dT07:00:00Z;;;;m%d;".formatted(day, day));
            lines.add("bob;sent;2026-01-0%dT07:00:00Z;;;;m%d;".formatted(day, day));
            lines.add("ann;open;2026-01-0%dT07:0%d:00Z;;;;m%d;proxy".formatted(day, day, day));
            lines.add("bob;open;2026-01-0%dT%02d:04:00Z;;;;m%d;proxy".formatted(day, day < 4 ? 7 : 19, day));
        }
        lines.add("ann;click;2026-01-06T20:00:00Z;tent;;;m6;");
        History history = log.of(lines.toArray(String[]::new));
        assertThat(history.counts()).containsEntry("machines_ahead", 6L).containsEntry("unknown_readers", 6L);
        assertThat(reactions(history).stream().filter(AHEAD::equals)).hasSize(6);
    }

    @Test
    void aMachinesClickSaysNothingOfItsPerson() {
        History history = log.of(
                "ann;click;2026-02-01T09:00:00Z;tent;;;spring;bot", "bob;click;2026-02-01T09:00:00Z;tent;;;spring;");
        var scope = new PersonScope(people, items, history, Log.NOW);
        var profiles = new Profiles(people, items, history, Log.NOW, Forecasts.NONE);
        assertThat(profiles.of(0).field("days_since_click")).isNull();
        assertThat(profiles.of(1).field("days_since_click")).isEqualTo(29L);
        assertThat(clicked(scope, 0)).isFalse();
        assertThat(clicked(scope, 1)).isTrue();
    }

    private static boolean clicked(PersonScope scope, int person) {
        return scope.of(person).field("clicked") instanceof org.personalize.template.Fields.Function clicked
                && Boolean.TRUE.equals(clicked.call(List.of("spring")));
    }
}
