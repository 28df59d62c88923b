package org.personalize.ledger;

/**
 * What must hold for a mail to go, as it is repeated by the claim and by the finishing mark. Each speaks of a mail {@code
 * m}; those of the campaign take its number as their one value.
 */
final class Conditions {

    /** In the very words of the indexes that hold only such mails. */
    static final String IS_OPEN = "m.state IN ('planned', 'deferred')";

    static final String BRAKE_IS_OFF = "EXISTS (SELECT 1 FROM campaign c WHERE c.id = ? AND c.brake = 'off')";

    /** The mailbox, or the person wherever they are now. */
    static final String IS_SUPPRESSED = """
            (EXISTS (SELECT 1 FROM suppression s
                      WHERE s.mailbox = coalesce(m.folded, m.local || '@' || m.domain) AND s.lifted_at IS NULL)
             OR EXISTS (SELECT 1 FROM suppression s WHERE s.customer = m.customer AND s.lifted_at IS NULL))
            """;

    static final String DOMAIN_IS_HELD =
            "EXISTS (SELECT 1 FROM held_domain h WHERE h.campaign = ? AND h.domain = m.domain)";

    /** Where a mail goes that a sender gives back: it is as before, unless somebody took it back meanwhile. */
    static final String STATE_WHEN_GIVEN_BACK = """
            CASE WHEN reason IS NOT NULL THEN 'skipped' WHEN attempts > 0 THEN 'deferred' ELSE 'planned' END
            """;

    private Conditions() {}
}
