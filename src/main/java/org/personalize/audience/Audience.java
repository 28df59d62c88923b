package org.personalize.audience;

import java.util.List;
import org.personalize.campaign.Campaign;
import org.personalize.csv.HeaderAliases;
import org.personalize.csv.Rejects;

/** Everybody in the customer file, once per mailbox, in the order of the file; compact enough for millions. */
public interface Audience {

    /** The headers of other systems that are understood in customer files. */
    HeaderAliases HEADERS = CustomerHeaders.people();

    /** Reads the campaign's customer and suppression files; rows of no use go to the rejects. */
    static Customers read(Campaign campaign, Rejects rejects) {
        return Customers.read(campaign, rejects);
    }

    int size();

    Customer customer(int person);

    /** The person behind a customer id or an alias merged into them; -1 when unknown. */
    int personOf(String customerId);

    /** The people behind many ids, each as {@link #personOf} has it; found faster together. */
    default int[] personsOf(List<String> customerIds) {
        return customerIds.stream().mapToInt(this::personOf).toArray();
    }

    /** The person behind an address, compared as mailboxes are; -1 when unknown. */
    int personAt(String address);

    /** The person that somebody names by id or by address; -1 when unknown. */
    default int find(String idOrAddress) {
        int person = personOf(idOrAddress);
        return person >= 0 ? person : personAt(idOrAddress);
    }

    /** Why this person may not be written to, or that they may. Suppression from every source is already in it. */
    Standing standing(int person);

    boolean allowsTracking(int person);

    boolean allowsPersonalization(int person);

    /**
     * Everybody, in an order that looks like chance and that nothing but their ids decides. Whoever learns from people walks
     * through them in it: how the file is sorted then changes nothing, and the first so many are no special ones. To be read
     * only.
     */
    default int[] byLot() {
        return Lots.order(size(), person -> customer(person).id());
    }

    /** The file's columns, in its order, under their canonical names. */
    List<String> columns();

    /** Whether a column is read under a name, which may be written in another case than the file has it. */
    default boolean hasColumn(String name) {
        return columns().contains(name);
    }

    /** How many of the columns are blank for a person. */
    default int blanks(int person) {
        Customer customer = customer(person);
        return (int) columns().stream()
                .filter(column -> customer.text(column) == null)
                .count();
    }

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
