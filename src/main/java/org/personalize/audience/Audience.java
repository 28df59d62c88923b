package org.personalize.audience;

import java.util.List;

/** Everybody in the customer file, once per mailbox, in the order of the file; compact enough for millions. */
public interface Audience {

    int size();

    Customer customer(int person);

    /** The person behind a customer id or an alias merged into them; -1 when unknown. */
    int personOf(String customerId);

    /** The person behind an address, compared as mailboxes are; -1 when unknown. */
    int personAt(String address);

    /** Why this person may not be written to, or that they may. Suppression from every source is already in it. */
    Standing standing(int person);

    boolean allowsTracking(int person);

    boolean allowsPersonalization(int person);

    /** The file's columns, in its order, under their canonical names. */
    List<String> columns();

    Counts counts();

    /**
     * What became of the rows: {@code read = people + duplicates + putAside}.
     *
     * @param read rows of the file
     * @param duplicates rows merged into an earlier row with the same mailbox
     * @param putAside rows that went to the rejects
     */
    record Counts(long read, long duplicates, long putAside) {}
}
