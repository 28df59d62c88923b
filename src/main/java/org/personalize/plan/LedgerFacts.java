package org.personalize.plan;

import java.time.Instant;
import java.util.List;

/** What was promised and handed over before, as far as planning must know it. Filled by the ledger where there is one. */
public interface LedgerFacts {

    /** A workspace in which nothing was ever sent. */
    LedgerFacts NONE = customerId -> List.of();

    /** Mails that went, or are promised, to this customer. */
    List<Mailing> mailings(String customerId);

    record Mailing(String campaign, String occurrence, Instant at) {}
}
