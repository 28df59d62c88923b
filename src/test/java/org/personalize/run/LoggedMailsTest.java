package org.personalize.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.personalize.audience.Mailbox;
import org.personalize.history.History;
import org.personalize.history.Log;
import org.personalize.ledger.Caps;
import org.personalize.ledger.Census;
import org.personalize.ledger.Change;
import org.personalize.ledger.Claim;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Entry;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Promise;
import org.personalize.ledger.Shift;
import org.personalize.measure.OffPolicy;
import org.personalize.plan.Decision.Group;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCatalog;

/** A week whose mail went out at four hours by lot, and in which the last of them was the best. */
class LoggedMailsTest {

    private static final int PEOPLE = 2_600;
    private static final int HOURS = 4;
    private static final int BEST = 3;
    private static final double AT_BEST = 0.4;
    private static final double ELSEWHERE = 0.1;
    private static final Instant MONDAY = Instant.parse("2026-02-16T00:00:00Z");
    private static final Instant NINE = MONDAY.plus(Duration.ofHours(9));
    private static final Instant LATER = MONDAY.plus(Duration.ofDays(3));
    private static final PastWeek WEEK =
            new PastWeek(LocalDate.parse("2026-02-16"), MONDAY, MONDAY.plus(Duration.ofDays(7)));
    private static final Edition EDITION = new Edition("digest", "2026-W08");

    @TempDir
    Path folder;

    private final SmallAudience audience = new SmallAudience();
    private final List<String> deeds = new ArrayList<>();
    private final List<Change> promises = new ArrayList<>();

    private void live() {
        var random = new Random(8);
        for (int person = 0; person < PEOPLE; person++) {
            String id = "c" + person;
            audience.add(id);
            int hour = random.nextInt(HOURS);
            Instant at = NINE.plus(Duration.ofHours(hour)).plusSeconds(900L * random.nextInt(4));
            promises.add(new Change.Promised(promise(id, at)));
            if (random.nextDouble() < (hour == BEST ? AT_BEST : ELSEWHERE)) {
                deeds.add(id + ";click;" + at.plusSeconds(300) + ";;;;digest;");
            }
            // What is clicked in another campaign's mail says nothing of this one's.
            deeds.add(id + ";click;" + at.plusSeconds(400) + ";;;;other;");
        }
    }

    private static Promise promise(String id, Instant at) {
        return new Promise(
                id,
                new Mailbox(id, "example.org"),
                ZoneOffset.UTC,
                at,
                at.plus(Duration.ofDays(5)),
                "only",
                1,
                1.0 / HOURS,
                Group.NONE,
                Map.of());
    }

    private Ledger ledger(int accepted) throws Exception {
        Ledger ledger = Ledger.open(folder.resolve("personalize.db").toString());
        ledger.revise(EDITION, promises, new Census(PEOPLE, 0, 0, 0, Map.of()), MONDAY);
        try (Shift shift = ledger.begin(EDITION, "test", "here", LATER)) {
            List<Claim> claims = shift.claim(accepted, LATER, Caps.NONE);
            shift.commit(List.copyOf(claims.stream().map(Entry.Finish::new).toList()), LATER, Caps.NONE);
            shift.commit(
                    List.copyOf(claims.stream()
                            .map(c -> new Entry.Accepted(c, "250 ok", null))
                            .toList()),
                    LATER,
                    Caps.NONE);
        }
        return ledger;
    }

    private OffPolicy worth(int accepted) throws Exception {
        live();
        History history = new Log(audience, SmallCatalog.of("tent")).of(deeds.toArray(String[]::new));
        try (Ledger ledger = ledger(accepted)) {
            LoggedMails logged = LoggedMails.of(ledger, audience, history, "digest");
            logged.judge(WEEK, person -> NINE.plus(Duration.ofHours(BEST)));
            return logged.worth();
        }
    }

    @Test
    void theBestHourIsWorthWhatItWasWhereItWasDrawn() throws Exception {
        OffPolicy worth = worth(PEOPLE);
        assertThat(worth.decisions()).isEqualTo(PEOPLE);
        assertThat(worth.effective()).isBetween(550.0, 750.0);
        assertThat(worth.selfNormalised().orElseThrow().low()).isBetween(0.32, AT_BEST);
        assertThat(worth.selfNormalised().orElseThrow().high()).isBetween(AT_BEST, 0.48);
        assertThat(worth.doublyRobust().orElseThrow().low()).isBetween(0.32, AT_BEST);
        assertThat(worth.doublyRobust().orElseThrow().high()).isBetween(AT_BEST, 0.48);
    }

    @Test
    void onlyMailsThatTheRelayTookAreCountedAndTooFewSayNothing() throws Exception {
        OffPolicy worth = worth(1_000);
        assertThat(worth.decisions()).isEqualTo(1_000);
        assertThat(worth.selfNormalised()).isEmpty();
    }
}
