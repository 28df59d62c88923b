package org.personalize.faults;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.personalize.faults.Relay.Stage;

/**
 * Faults drawn from the seed and the recipient, so that the same recipient meets the same fault in every run. Shares are
 * in percent; all but rejections and greylisting happen at a recipient's first attempt only.
 *
 * @param mostMails 421 after so many on a connection; 0 for never
 * @param mostConnections 421 to a connection beyond so many; 0 for never
 */
record Mixture(
        long seed,
        double reject,
        double greylist,
        double dropRcpt,
        double dropData,
        double tempfail,
        double dropReply,
        int mostMails,
        int mostConnections)
        implements Mischief {

    private static final int GREYLIST_TRIES = 2;

    /** A bad day. */
    static Mixture rough(long seed) {
        return new Mixture(seed, 2, 6, 3, 3, 4, 3, 0, 0);
    }

    /** The same, and a relay that is short of connections. */
    static Mixture crowded(long seed) {
        return new Mixture(seed, 2, 3, 2, 2, 2, 2, 15, 3);
    }

    @Override
    public @Nullable Fault at(Stage stage, Visit visit) {
        boolean isFirst = visit.attempt() == 1;
        return switch (stage) {
            case CONNECT -> mostConnections > 0 && visit.open() > mostConnections ? enough("4.3.2 too many") : null;
            case MAIL -> mostMails > 0 && visit.mails() >= mostMails ? enough("4.7.0 enough on this one") : null;
            case RCPT -> atRcpt(visit, isFirst);
            case IN_BODY -> isFirst && hits(visit, "drop_data", dropData) ? Fault.hangUp("") : null;
            case AFTER_DOT -> isFirst ? afterDot(visit) : null;
            case EHLO, DATA, BEFORE_DOT, ANSWERED -> null;
        };
    }

    private static Fault enough(String why) {
        return Fault.hangUp("421 " + why + "\r\n");
    }

    private @Nullable Fault atRcpt(Visit visit, boolean isFirst) {
        if (hits(visit, "reject", reject)) {
            return Fault.answer("550 5.1.1 no such user");
        } else if (visit.attempt() <= GREYLIST_TRIES && hits(visit, "greylist", greylist)) {
            return Fault.answer("451 4.7.1 greylisted, try again later");
        }
        return isFirst && hits(visit, "drop_rcpt", dropRcpt) ? Fault.hangUp("") : null;
    }

    private @Nullable Fault afterDot(Visit visit) {
        if (hits(visit, "tempfail", tempfail)) {
            return Fault.answer("452 4.3.1 out of storage for now");
        }
        return hits(visit, "drop_reply", dropReply) ? Fault.hangUp("").butTaken() : null;
    }

    private boolean hits(Visit visit, String fault, double percent) {
        long draw = 31L * (31L * seed + fault.hashCode()) + visit.recipient().hashCode();
        return new SplittableRandom(draw).nextDouble(100) < percent;
    }
}
