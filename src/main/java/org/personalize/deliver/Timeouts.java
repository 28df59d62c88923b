package org.personalize.deliver;

import java.time.Duration;

/**
 * How long a relay may take, by the monotonic clock. An answer must be complete within its time, even if its bytes
 * trickle.
 *
 * @param connect until the line stands
 * @param command for every answer until the body is handed over, and for every piece of the body
 * @param afterDot for the answer to the final dot: a mail whose answer is given up too early is doubtful
 * @param goodbye for the answer to QUIT, which nobody needs
 */
public record Timeouts(Duration connect, Duration command, Duration afterDot, Duration goodbye) {

    /** Ten minutes after the dot are what RFC 5321 asks for in 4.5.3.2.6. */
    public static final Timeouts USUAL =
            new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofMinutes(10), Duration.ofSeconds(2));

    public Timeouts {
        if (!isPositive(connect) || !isPositive(command) || !isPositive(afterDot) || !isPositive(goodbye)) {
            throw new IllegalArgumentException("every timeout is longer than nothing");
        }
    }

    private static boolean isPositive(Duration time) {
        return !time.isNegative() && !time.isZero();
    }
}
