package org.personalize.ledger;

/**
 * What is kept of an event beside its moment. Their names are written into the files: a constant may be added, and is blank
 * in older files, but none may be renamed. Whoever adds one raises the version of the ledger, since an older program would
 * lose it where it makes one file of several.
 */
public enum Field {
    /** What happened, by its word; or its own name where it is none that we know. */
    EVENT,
    /** Of a bounce hard or soft, else the provider's word. */
    KIND,
    CUSTOMER,
    MAILBOX,
    CAMPAIGN,
    OCCURRENCE,
    /** The mail's name in its Message-ID or at its relay. */
    MESSAGE,
    /** An item's id, or a link. */
    ITEM,
    VALUE,
    ORDER,
    /** Who is behind it, as far as its record alone tells. */
    REACTION,
    /** What it was read from. */
    FORM,
    /** By what its mail was found; blank where it was not. */
    LINK,
    /** Why it does not count; blank where it does. */
    DOUBT;

    /** Its place among all fields, as long as a program runs; files know fields by their names. */
    @SuppressWarnings("EnumOrdinal")
    int place() {
        return ordinal();
    }
}
