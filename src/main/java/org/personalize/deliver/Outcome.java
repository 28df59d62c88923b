package org.personalize.deliver;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What became of one mail. */
public sealed interface Outcome {

    /** Written to the preview folder instead of being mailed. */
    record Previewed(Path html, Path text, Path message, long bytes) implements Outcome {}

    /** @param relayId the name under which the relay keeps it, from the final answer; null where it said none */
    record Accepted(Reply reply, @Nullable String relayId) implements Outcome {}

    /** A 4xx, or the line was cut before the dot: nothing was handed over, and it may be tried again. */
    record Deferred(String why) implements Outcome {}

    /** A 5xx about this mail or this mailbox. */
    record Refused(Reply reply, boolean isNoMailbox) implements Outcome {}

    /**
     * At the recipient the relay says that it passes on no mail from here. That is about all of ours, unless it has passed
     * on others.
     */
    record NotRelayed(Reply reply) implements Outcome {}

    /** The final dot was handed to the socket, and no complete answer followed. */
    record Doubtful(String why) implements Outcome {}

    /** Permission was not given, and no dot was written. */
    record Withheld() implements Outcome {}

    /**
     * The relay is too busy for us at the moment (421 at connect or MAIL), or there is no line to it: no attempt.
     *
     * @param isUnreachable nobody answered, or nobody who speaks SMTP
     */
    record TurnedAway(String why, boolean isUnreachable) implements Outcome {}

    /**
     * The relay refuses us altogether: a wrong password, a certificate that does not hold, no TLS where it is asked for,
     * a sender it does not take. Nobody's mail is to blame, and trying again would end in the same way.
     */
    record RelayRefuses(String why) implements Outcome {}
}
