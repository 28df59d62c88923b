package org.personalize.history;

import java.util.Locale;

/** What became of the rows: {@code read} is the sum of the next six; the rest says more about rows that were kept. */
enum Tally {
    READ,
    KEPT,
    UNKNOWN_PEOPLE,
    UNKNOWN_EVENTS,
    IN_THE_FUTURE,
    PUT_ASIDE,
    /** The log says the same again, which counts once. */
    REPEATED,
    /** Read not from the event files but from the ledger and what was taken in. */
    FROM_THE_LEDGER,
    /** Opt-outs among the rows of unknown people. */
    OPT_OUTS_OF_UNKNOWN_PEOPLE,
    /** Mails of our own to people who left the file since, among the rows of unknown people. */
    OWN_MAILS_TO_UNKNOWN_PEOPLE,
    /** Mails of our own that a run with a later clock has sent, among those in the future. */
    OWN_MAILS_IN_THE_FUTURE,
    /** Kept without their item, because the person was there all the same. */
    UNKNOWN_ITEMS,
    WITHOUT_OFFSET,
    UNREADABLE_VALUES,
    /** A condition under {@code signals} met a missing value, and so did not hold. */
    SIGNAL_VALUES_MISSING,
    /** A condition under {@code signals} could not be answered, and so did not hold. */
    SIGNAL_FAILURES,
    /** Nothing was known to be bought that these could have taken back. */
    UNMATCHED_REFUNDS,
    /** Opens and clicks, by what gives a machine away; they count for nothing. */
    MACHINES_BY_FLAG,
    MACHINES_BY_AGENT,
    MACHINES_AT_ONCE,
    MACHINES_ON_ALL_LINKS,
    MACHINES_AHEAD,
    /** Opens by a person or a machine, nobody knows; they count a fifth. */
    UNKNOWN_READERS;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
