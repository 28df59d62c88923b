package org.personalize.faults;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    /**
     * Where every n-th recipient, by the number in its address, first comes to a stage. That need not be in the first
     * attempt: whoever was announced behind another mail on a line that then broke was named before.
     */
    static Mischief forEvery(int nth, Stage stage, Fault fault) {
        Set<String> met = ConcurrentHashMap.newKeySet();
        return (where, visit) ->
                where == stage && number(visit.recipient()) % nth == 0 && met.add(visit.recipient()) ? fault : null;
    }

    /** The number in an address such as p17@d17.example. */
    private static int number(String recipient) {
        return Integer.parseInt(recipient.substring(1, recipient.indexOf('@')));
    }
}
