package org.personalize.history;

/** Mails that no event file tells of: those that this program's own ledger knows. Asked by several threads at once. */
@FunctionalInterface
public interface Sendings {

    /** Nothing was ever sent. */
    Sendings NONE = (person, campaign, since) -> false;

    /**
     * Whether a mail of a campaign went to a person.
     *
     * @param since in seconds since 1970; mails before it do not count
     */
    boolean received(int person, String campaign, long since);
}
