package org.personalize.audience;

import java.util.Locale;

/** Whether a person may be written to at all; the first reason that applies, in the contract's order. */
public enum Standing {
    MAY_BE_MAILED,
    UNSUBSCRIBED,
    COMPLAINED,
    BOUNCED,
    SUPPRESSED,
    NO_CONSENT;

    /** The word used in plans and counts, such as {@code no_consent}. */
    public String reason() {
        return name().toLowerCase(Locale.ROOT);
    }
}
