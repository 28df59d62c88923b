package org.personalize.faults;

import org.jspecify.annotations.Nullable;
import org.personalize.faults.Relay.Stage;

/** When a relay misbehaves, and how. */
@FunctionalInterface
interface Mischief {

    Mischief NONE = (stage, visit) -> null;

    /** Null for the usual answer. */
    @Nullable
    Fault at(Stage stage, Visit visit);

    /**
     * @param recipient blank before the first RCPT
     * @param attempt how often this recipient was named by now
     * @param mails accepted on this connection before
     * @param open connections that stand, this one too
     */
    record Visit(String recipient, int attempt, int mails, int open) {}

    /** At one stage of the first attempts for every n-th recipient, by the number in its address. */
    static Mischief forEvery(int nth, Stage stage, Fault fault) {
        return (where, visit) ->
                where == stage && visit.attempt() == 1 && number(visit.recipient()) % nth == 0 ? fault : null;
    }

    /** The number in an address such as p17@d17.example. */
    private static int number(String recipient) {
        return Integer.parseInt(recipient.substring(1, recipient.indexOf('@')));
    }
}
