package org.personalize.template;

import java.time.ZoneId;
import java.util.Set;

/** A yes-or-no question about a person, an item or an event, compiled once; safe to use from many threads. */
public interface Condition {

    enum Answer {
        YES,
        NO,
        /** A value that the question needs is missing: it counts as no, and is counted. */
        MISSING
    }

    /** Locale and time zone of the answer are the campaign's, never the machine's. */
    Answer ask(Fields scope, ZoneId zone) throws RenderFailure;

    /** Every variable path that is read, such as {@code customer.country}. */
    Set<String> references();

    /** Those of them that are read somewhere without saying what happens when the value is missing. */
    default Set<String> unguarded() {
        return references();
    }

    String source();
}
