package org.personalize.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long SECOND = 1_000_000_000;

    /** A clock may begin near its end. */
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - SECOND);

    private Pace pace(double perSecond, Map<String, Double> perDomain) {
        return new Pace(perSecond, perDomain, clock::get);
    }

    /** How many mails go within this time when one is tried every millisecond. */
    private static boolean tryTake(Pace pace, String domain) {
        boolean isReady = pace.nanosUntilReady(domain) == 0;
        if (isReady) {
            pace.take(domain);
        }
        return isReady;
    }

    private int sent(Pace pace, String domain, long nanos) {
        int sent = 0;
        for (long passed = 0; passed < nanos; passed += 1_000_000) {
            while (tryTake(pace, domain)) {
                sent++;
            }
            clock.addAndGet(1_000_000);
        }
        return sent;
    }

    @Test
    void withoutALimitNobodyWaits() {
        Pace pace = pace(0, Map.of());
        for (int i = 0; i < 1000; i++) {
            assertThat(tryTake(pace, "gmail.com")).isTrue();
        }
        assertThat(pace.nanosUntilReady("gmail.com")).isZero();
    }

    @Test
    void mailsAreSpreadEvenly() {
        Pace pace = pace(100, Map.of());
        assertThat(tryTake(pace, "a.example")).isTrue();
        assertThat(pace.nanosUntilReady("a.example")).isEqualTo(SECOND / 100);
        assertThat(tryTake(pace, "a.example")).isFalse();
        clock.addAndGet(SECOND / 100);
        assertThat(tryTake(pace, "a.example")).isTrue();
        assertThat(sent(pace, "a.example", 10 * SECOND)).isBetween(999, 1000);
    }

    @Test
    void anIdleTimeIsNotMadeUpFor() {
        Pace pace = pace(100, Map.of());
        clock.addAndGet(3600 * SECOND);
        assertThat(sent(pace, "a.example", SECOND)).isBetween(100, 111);
    }

    @Test
    void aLateWakeUpIsMadeUpFor() {
        Pace pace = pace(1000, Map.of());
        int sent = 0;
        for (int i = 0; i < 200; i++) {
            clock.addAndGet(SECOND / 20);
            while (tryTake(pace, "a.example")) {
                sent++;
            }
        }
        assertThat(sent).isBetween(9_900, 10_100);
    }

    @Test
    void fractionsOfAMailASecondAreLongWaits() {
        Pace pace = pace(0.25, Map.of());
        pace.take("a.example");
        assertThat(pace.nanosUntilReady("a.example")).isEqualTo(4 * SECOND);
        clock.addAndGet(3600 * SECOND);
        assertThat(sent(pace, "a.example", 40 * SECOND)).isBetween(10, 11);
    }

    @Test
    void oneProviderDoesNotSlowTheOthers() {
        Pace pace = pace(100, Map.of("GMail.com", 20.0));
        assertThat(tryTake(pace, "gmail.com")).isTrue();
        assertThat(pace.nanosUntilReady("gmail.com")).isEqualTo(SECOND / 20);
        assertThat(pace.nanosUntilReady("other.example")).isEqualTo(SECOND / 100);
        assertThat(sent(pace, "gmail.com", 5 * SECOND)).isBetween(99, 101);
    }

    @Test
    void aRateThatIsNoWholeNumberOfNanosecondsIsMetInTheLongRun() {
        Pace pace = pace(3, Map.of());
        int sent = 0;
        for (int i = 0; i < 300_000; i++) {
            clock.addAndGet(pace.nanosUntilReady("a.example"));
            sent += tryTake(pace, "a.example") ? 1 : 0;
        }
        long passed = clock.get() - (Long.MAX_VALUE - SECOND);
        assertThat(sent).isEqualTo(300_000);
        assertThat(passed).isBetween(99_999L * SECOND, 100_000L * SECOND);
    }
}
