package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.personalize.ledger.Occupied;
import org.personalize.plan.Counts;
import org.personalize.run.SendStory;

/** What nothing but time brings about is found by the first run after its moment, though no file has changed. */
class TimeAloneTest extends AtARelay {

    private static final int PEOPLE = 20;
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Shop welcome;
    private Shop second;

    @BeforeEach
    void open() throws IOException {
        welcome = Shop.named("welcome", folder, relay, PEOPLE);
        second = Shop.named("second", folder, relay, PEOPLE);
    }

    private static Instant after(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    private static long accepted(Shop shop, int minutes) throws IOException, Occupied {
        return shop.sendAt(after(minutes)).counts().accepted();
    }

    private static void follow(Shop shop, String campaign) throws IOException {
        shop.with("{consent: opt_in}", "{consent: opt_in, follows: {campaign: " + campaign + ", after: 10m}}");
    }

    private static void asking(Shop shop, String rule) throws IOException {
        shop.with("{consent: opt_in}", "{consent: opt_in, " + rule + "}");
    }

    @Test
    void aFollowUpGoesWithTheFirstRunAfterItsTime() throws IOException, Occupied {
        follow(second, "welcome");
        assertThat(accepted(welcome, 0)).isEqualTo(PEOPLE);
        assertThat(accepted(second, 1)).isZero();
        assertThat(accepted(second, 9)).isZero();
        assertThat(accepted(second, 11)).isEqualTo(PEOPLE);
    }

    @Test
    void aMailThatGoesBetweenTwoRunsIsFollowedAndSoIsItsFollower() throws IOException, Occupied {
        Shop third = Shop.named("third", folder, relay, PEOPLE);
        follow(second, "welcome");
        follow(third, "second");
        assertThat(accepted(second, 0)).isZero();
        assertThat(accepted(third, 0)).isZero();
        assertThat(accepted(welcome, 5)).isEqualTo(PEOPLE);
        assertThat(accepted(second, 8)).isZero();
        assertThat(accepted(second, 12)).isZero();
        assertThat(accepted(second, 16)).isEqualTo(PEOPLE);
        assertThat(accepted(third, 16)).isZero();
        assertThat(accepted(third, 25)).isZero();
        assertThat(accepted(third, 27)).isEqualTo(PEOPLE);
    }

    @Test
    void aFollowUpWithAWindowShorterThanAnHourLosesNobody() throws IOException, Occupied {
        follow(second, "welcome");
        second.with("schedule: {start: 2026-03-02T11:00Z, end: 2026-03-02T12:55Z}");
        accepted(welcome, 0);
        for (int minutes = 0; minutes < 55; minutes += 5) {
            accepted(second, minutes);
        }
        assertThat(second.sendAt(after(60)).counts().accepted()).isEqualTo(PEOPLE);
    }

    @Test
    void aWindowThatWasLookedAtInTimeMayEndWithNobody() throws IOException, Occupied {
        follow(second, "welcome");
        second.with("schedule: {start: 2026-03-02T11:00Z, end: 2026-03-02T12:55Z}");
        accepted(second, 0);
        SendStory late = second.sendAt(after(24 * 60));
        assertThat(late.counts().planned()).isZero();
        assertThat(late.notes())
                .contains("The schedule ended at 2026-03-02T12:55, and it was nobody's turn until then.");
    }

    @Test
    void aMailIsRepeatedAsSoonAsItMay() throws IOException, Occupied {
        asking(second, "repeat_after: 36h");
        assertThat(accepted(second, 20)).isEqualTo(PEOPLE);
        assertThat(accepted(second, 36 * 60 + 5)).isZero();
        assertThat(accepted(second, 36 * 60 + 22)).isEqualTo(PEOPLE);
    }

    @Test
    void aMailThatWaitsForNoHourIsRepeatedWithinTheDayToo() throws IOException, Occupied {
        asking(second, "repeat_after: 2h");
        assertThat(accepted(second, 20)).isEqualTo(PEOPLE);
        assertThat(accepted(second, 90)).isEqualTo(PEOPLE);
        assertThat(accepted(second, 2 * 60 + 10)).isZero();
        assertThat(relay.accepted().values()).containsOnly(1);
        assertThat(accepted(second, 2 * 60 + 22)).isEqualTo(PEOPLE);
        assertThat(relay.accepted().values()).containsOnly(2);
    }

    @Test
    void quietDaysEndByTheSecond() throws IOException, Occupied {
        asking(second, "quiet_days: 1");
        accepted(welcome, 20);
        assertThat(accepted(second, 30)).isZero();
        assertThat(accepted(second, 24 * 60 + 10)).isZero();
        assertThat(accepted(second, 24 * 60 + 22)).isEqualTo(PEOPLE);
    }

    @Test
    void theWeeksLimitIsForgottenAfterAWeek() throws IOException, Occupied {
        asking(second, "max_per_week: 1");
        accepted(welcome, 20);
        assertThat(accepted(second, 30)).isZero();
        assertThat(accepted(second, 7 * 24 * 60 + 10)).isZero();
        assertThat(accepted(second, 7 * 24 * 60 + 22)).isEqualTo(PEOPLE);
    }

    @Test
    void whoReceivedAnotherMailIsMeantAgainOnceItIsOldEnough() throws IOException, Occupied {
        asking(second, "where: \"!received('welcome', '30m')\"");
        accepted(welcome, 0);
        assertThat(accepted(second, 5)).isZero();
        assertThat(accepted(second, 29)).isZero();
        assertThat(accepted(second, 32)).isEqualTo(PEOPLE);
    }

    @Test
    void aDayBeginsAtThePersonsMidnightWhereverThatIs() throws IOException, Occupied {
        second.write("customers.csv", """
                customer_id,email,first_name,opt_in,time_zone,joined
                c1,ann@d1.example,Ann,yes,Asia/Kolkata,2026-03-01
                """);
        asking(second, "where: \"days_since(customer.joined) >= 2\"");
        Instant midnight = Instant.parse("2026-03-02T18:30:00Z");
        assertThat(second.sendAt(midnight.minusSeconds(600)).counts().accepted())
                .isZero();
        Counts counts = second.sendAt(midnight.plusSeconds(60)).counts();
        assertThat(counts.accepted()).isOne();
    }
}
