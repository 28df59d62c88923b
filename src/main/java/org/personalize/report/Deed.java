package org.personalize.report;

/** What can come of a mail; each is counted once a mail. */
enum Deed {
    OPENED,
    CLICKED,
    BOUGHT,
    UNSUBSCRIBED,
    COMPLAINED,
    HARD_BOUNCED,
    SOFT_BOUNCED,
    OPENED_BY_MACHINE,
    CLICKED_BY_MACHINE,
    OPENED_BY_EITHER;

    /** Its place in a set of bits. */
    @SuppressWarnings("EnumOrdinal")
    int bit() {
        return 1 << ordinal();
    }
}
