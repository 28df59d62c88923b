package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Occupied;
import org.personalize.ledger.Standings;
import org.personalize.plan.Fate;
import org.personalize.run.PlanOrders;
import org.personalize.run.PlanRun;
import org.personalize.run.Selection;
import org.personalize.run.SendStory;
import org.personalize.run.Standing;

/** People all over the world, and a campaign that comes every day. */
class EveryZoneSendTest extends AtARelay {

    private static final List<String> ZONES = List.of(
            "Pacific/Pago_Pago",
            "America/Los_Angeles",
            "America/Sao_Paulo",
            "Europe/Berlin",
            "Asia/Kolkata",
            "Australia/Lord_Howe",
            "Pacific/Kiritimati");

    private static final Instant FIRST = Instant.parse("2026-03-10T00:10:00Z");

    private static final Duration STEP = Duration.ofHours(2);

    private Shop shop;

    @BeforeEach
    void open() throws IOException {
        shop = Shop.of(folder, relay, ZONES.size());
        people(ZONES);
    }

    private void people(List<String> zones) throws IOException {
        var rows = new StringBuilder("customer_id,email,first_name,opt_in,time_zone\n");
        for (int i = 0; i < zones.size(); i++) {
            rows.append("c%d,%s,Ann,yes,%s\n".formatted(i, Shop.address(i), zones.get(i)));
        }
        shop.write("customers.csv", rows.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Pacific/Pago_Pago", "Pacific/Kiritimati", "America/Los_Angeles"})
    void everybodyGetsEachOccurrenceOnTheirOwnDayWithinTheWindow(String zone) throws IOException, Occupied {
        shop.with("schedule: {repeat: daily, start: 2026-03-01T08:00, end: 2026-03-01T20:00, time_zone: %s}"
                .formatted(zone));
        Map<String, List<LocalDateTime>> arrivals = new TreeMap<>();
        long expired = 0;
        for (Instant now = FIRST; now.isBefore(FIRST.plus(Duration.ofDays(4))); now = now.plus(STEP)) {
            expired += shop.sendAt(now).results().of(Fate.EXPIRED);
            note(arrivals, now);
        }
        assertThat(expired).isZero();
        assertThat(arrivals).hasSize(ZONES.size()).allSatisfy((where, when) -> {
            assertThat(when)
                    .as(where)
                    .allSatisfy(at -> assertThat(at.toLocalTime()).isBetween(LocalTime.of(8, 0), LocalTime.of(20, 0)));
            assertThat(when.stream().map(LocalDateTime::toLocalDate))
                    .as(where)
                    .doesNotHaveDuplicates()
                    .contains(LocalDate.of(2026, 3, 11), LocalDate.of(2026, 3, 12));
        });
    }

    /** What the relay has accepted since the last run, by the clock of whom it was for. */
    private void note(Map<String, List<LocalDateTime>> arrivals, Instant now) {
        for (int i = 0; i < ZONES.size(); i++) {
            List<LocalDateTime> known = arrivals.computeIfAbsent(ZONES.get(i), zone -> new ArrayList<>());
            int accepted = relay.accepted().getOrDefault(Shop.address(i), 0);
            assertThat(accepted - known.size()).isBetween(0, 1);
            if (accepted > known.size()) {
                known.add(LocalDateTime.ofInstant(now, ZoneId.of(ZONES.get(i))));
            }
        }
    }

    /** By a look at tomorrow, or where a clock is set back. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "schedule: {repeat: daily, start: 2026-03-01T08:00, end: 2026-03-01T20:00}",
                "schedule: {repeat: weekly, start: 2026-03-01T08:00, end: 2026-03-01T20:00}"
            })
    void whatIsPromisedForALaterOccurrenceIsKeptUntilThen(String rule) throws IOException, Occupied {
        people(Collections.nCopies(ZONES.size(), "UTC"));
        shop.with(rule);
        Instant day = Instant.parse("2026-03-08T00:10:00Z");
        PlanRun.run(shop.request(day), Selection.EVERYBODY, new PlanOrders(null, null, null, false, false), "test");
        for (Duration earlier : List.of(Duration.ofSeconds(700), Duration.ofDays(2), Duration.ofDays(9))) {
            SendStory before = shop.sendAt(day.minus(earlier));
            assertThat(before.results().of(Fate.EXPIRED))
                    .as("%s before", earlier)
                    .isZero();
        }
        int early =
                relay.accepted().values().stream().mapToInt(Integer::intValue).sum();
        SendStory then = shop.sendAt(day.plus(Duration.ofHours(19)));
        assertThat(then.results().of(Fate.ACCEPTED)).isEqualTo(ZONES.size());
        assertThat(relay.accepted().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(early + ZONES.size());
    }

    @Test
    void anOccurrenceThatGoesOnBesideTheNextIsTold() throws IOException, Occupied {
        people(Collections.nCopies(20, "America/Los_Angeles"));
        shop.with("schedule: {repeat: daily, start: 2026-03-01T08:00, end: 2026-03-01T20:00, random_hours: 100%}");
        shop.sendAt(FIRST);
        Instant evening = Instant.parse("2026-03-10T20:10:00Z");
        SendStory story = shop.sendAt(evening);
        assertThat(story.edition()).isEqualTo("spring/2026-03-11");
        assertThat(story.notes()).anyMatch(note -> note.startsWith("spring/2026-03-10 goes on beside it: "));
        Standings at = Standing.of(shop.request(evening));
        assertThat(at.edition().occurrence()).isEqualTo("2026-03-11");
        assertThat(Standing.beside(shop.request(evening), at.edition()))
                .extracting(other -> other.edition().occurrence())
                .containsExactly("2026-03-10");
    }

    @Test
    void whereEverybodyLivesInOneZoneOccurrencesFollowEachOther() throws IOException, Occupied {
        people(Collections.nCopies(ZONES.size(), "UTC"));
        shop.with("schedule: {repeat: daily, start: 2026-03-01T08:00, end: 2026-03-01T20:00}");
        Instant evening = Instant.parse("2026-03-10T18:50:00Z");
        assertThat(shop.sendAt(evening).counts().planned()).isEqualTo(ZONES.size());
        assertThat(Standing.beside(shop.request(evening), new Edition("spring", "2026-03-10")))
                .isEmpty();
        assertThat(shop.rows(evening.plus(STEP))).isEmpty();
    }
}
