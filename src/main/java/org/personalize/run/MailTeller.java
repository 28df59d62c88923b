package org.personalize.run;

import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import org.personalize.history.Happening;
import org.personalize.ledger.Edition;

/** Somebody who reads mails of the ledger anyway, so that nobody need read them a second time. */
@FunctionalInterface
interface MailTeller {

    /** Knows no mails. */
    MailTeller NONE = taker -> Set.of();

    /** Tells all accepted mails of some editions, in an order that is always the same, and says which these are. */
    Set<Edition> tell(Consumer<Happening> taker) throws IOException;
}
