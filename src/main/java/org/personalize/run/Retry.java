package org.personalize.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.personalize.campaign.Draw;
import org.personalize.campaign.Smtp;
import org.personalize.ledger.Claim;

/** When a mail that the relay put off is tried again, so that not everybody comes back at the same second. */
final class Retry {

    /** A wait is drawn between this share of what the campaign says and all of it more. */
    private static final double SPREAD = 0.25;

    private static final int VERSION = 1;

    private final List<Duration> waits;
    private final Duration patience;
    private final Draw draw;
    private final String scope;

    Retry(Smtp smtp, Draw draw, String scope) {
        waits = smtp.retry();
        patience = smtp.giveUp();
        this.draw = draw;
        this.scope = scope;
    }

    /** The moment of the next attempt, after one more has failed. */
    synchronized Instant next(Claim claim, Instant now) {
        if (waits.isEmpty()) {
            return now;
        }
        Duration wait = waits.get(Math.min(claim.attempts(), waits.size() - 1));
        double lot = draw.of("retry", scope, VERSION, claim.promise().customerId() + '/' + claim.attempts());
        double factor = 1 - SPREAD + 2 * SPREAD * lot;
        return now.plusMillis((long) (wait.toMillis() * factor));
    }

    /** Whether trying once more at a moment would be longer than the campaign has patience. */
    boolean isGivenUp(Claim claim, Instant next, Instant now) {
        Instant first = claim.firstTried() == null ? now : claim.firstTried();
        return next.isAfter(first.plus(patience));
    }
}
