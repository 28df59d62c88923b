package org.personalize.history;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that people did, as columns of primitive arrays in the order of time; ties in the order of the files.
 * Events of people or items that the files do not know are counted, not kept.
 */
public interface History {

    int size();

    int person(int event);

    /** The item's number in the catalog, or -1. */
    int item(int event);

    Kind kind(int event);

    /** Seconds since 1970-01-01T00:00Z. */
    long second(int event);

    /** The line total of a purchase, the stars of a rating; NaN when none was given. */
    double value(int event);

    /** How much the event counts as wanting its item, by the campaign's signals; 0 when it does not. */
    float weight(int event);

    /** The campaign the event belongs to, if the row names one. */
    @Nullable
    String campaign(int event);

    /** The numbers of one person's events, in the order of time. */
    int[] eventsOf(int person);

    /** What was read and what was not used, reason to rows; in a stable order. */
    Map<String, Long> counts();
}
