package org.personalize.deliver;

import jakarta.mail.MessagingException;

/** A line to the relay could not be opened; what that means for the run is its outcome. */
final class NoLine extends MessagingException {

    private static final long serialVersionUID = 1L;

    private final transient Outcome outcome;

    private NoLine(String why, Outcome outcome) {
        super(why);
        this.outcome = outcome;
    }

    /** Opening it again would end in the same way. */
    static NoLine refused(String why) {
        return new NoLine(why, new Outcome.RelayRefuses(why));
    }

    /** The relay asked us to come back later. */
    static NoLine busy(String why) {
        return new NoLine(why, new Outcome.TurnedAway(why, false));
    }

    /** Nobody answered, or nobody who speaks SMTP. */
    static NoLine unreachable(String why) {
        return new NoLine(why, new Outcome.TurnedAway(why, true));
    }

    Outcome outcome() {
        return outcome;
    }
}
