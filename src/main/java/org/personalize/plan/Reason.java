package org.personalize.plan;

import java.util.Locale;

/** Why somebody is skipped. The first that applies is the one that is given. */
public enum Reason {
    UNSUBSCRIBED,
    COMPLAINED,
    BOUNCED,
    SUPPRESSED,
    NO_CONSENT,
    NOT_IN_AUDIENCE,
    REPEAT_AFTER,
    QUIET_DAYS,
    MAX_PER_WEEK,
    PRIORITY,
    NO_HOUR,
    NO_CAPACITY,
    WITHDRAWN,
    NOT_SELECTED;

    /** The word in plans and counts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
