package org.personalize.campaign;

/** What a command cannot do without; it demands only what it uses, so that an unfinished campaign can be tried. */
public enum Demand {
    /** The people, and the items where slots want some. */
    DATA,
    /** The template and the subject. */
    TEMPLATE,
    /** Whose mail it is. */
    FROM,
    /** The column of consent, or why none is recorded. */
    CONSENT,
    /** The postal address and the address for opting out. */
    COMPLIANCE,
    /** The relay. */
    SMTP,
    /** The ledger, whose address may come from the environment. */
    LEDGER,
    /** The secret key, whose path may come from the environment. */
    SECRET
}
