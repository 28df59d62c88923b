package org.personalize.history;

/** Mails that no event file tells of: those that this program's own ledger knows. Asked by several threads at once. */
@FunctionalInterface
public interface Sendings {

    long NEVER = Long.MIN_VALUE;

    /** Nothing was ever sent. */
    Sendings NONE = (person, campaign) -> Sendings.NEVER;

    /** When a campaign's last mail went to a person, in seconds since 1970; {@link #NEVER} where none did. */
    long last(int person, String campaign);
}
