package org.personalize.run;

import java.io.IOException;
import org.personalize.audience.Customers;
import org.personalize.audience.Suppressions;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Suppression;

/** Brings the ledger's list of who must not be written to before the people of the customer file. */
final class Suppressed {

    private Suppressed() {}

    static void into(Customers audience, Ledger ledger) throws IOException {
        Suppressions marks = audience.suppressions();
        ledger.suppressions(one -> {
            if (one.liftedAt() == null) {
                audience.everybodyAt(one.mailbox()).forEach(person -> mark(marks, person, one));
            }
        });
    }

    private static void mark(Suppressions marks, int person, Suppression one) {
        switch (one.reason()) {
            case UNSUBSCRIBED -> marks.unsubscribed(person, one.since().getEpochSecond());
            case COMPLAINED -> marks.complained(person);
            case BOUNCED -> marks.bouncedHard(person);
            case SUPPRESSED,
                    NO_CONSENT,
                    NOT_IN_AUDIENCE,
                    REPEAT_AFTER,
                    QUIET_DAYS,
                    MAX_PER_WEEK,
                    PRIORITY,
                    NO_HOUR,
                    NO_CAPACITY,
                    WITHDRAWN,
                    NOT_SELECTED -> marks.suppressed(person);
        }
    }
}
