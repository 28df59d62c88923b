package org.personalize.deliver;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.personalize.campaign.Smtp;
import org.personalize.campaign.Smtp.Security;

/** Settings of a small campaign's relay on loopback. */
final class Relay {

    static final Timeouts SHORT =
            new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(250), Duration.ofMillis(250), Duration.ofMillis(100));

    /** For tests in which the relay always says something: a busy machine must not fail them. */
    static final Timeouts PATIENT =
            new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(2));

    private Relay() {}

    static Smtp at(String host, int port, Security security, String username, String password) {
        return new Smtp(
                host,
                port,
                security,
                username,
                password,
                1,
                0,
                Map.of(),
                List.of(),
                List.of(Duration.ofMinutes(1)),
                Duration.ofDays(3),
                Smtp.Relay.PLAIN,
                null,
                new Smtp.StopWhen(0, 0));
    }

    static Smtp at(int port) {
        return at("127.0.0.1", port, Security.NONE, null, null);
    }
}
