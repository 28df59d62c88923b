package org.personalize.deliver;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.personalize.campaign.Smtp;

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

    /** The connection itself did not come about. */
    static NoLine unconnected(Smtp smtp, IOException e) {
        String why = TlsFault.message(e);
        if (e instanceof UnknownHostException) {
            why = "the name " + smtp.host()
                    + " is not known to the name service. Look at smtp.host, and at this machine's network";
        } else if (e instanceof SocketTimeoutException) {
            why = "nobody answered in time while connecting";
        }
        return unreachable("no line to " + address(smtp) + ": " + why);
    }

    static String address(Smtp smtp) {
        return smtp.host() + ':' + smtp.port();
    }

    Outcome outcome() {
        return outcome;
    }
}
