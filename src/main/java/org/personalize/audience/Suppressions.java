package org.personalize.audience;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Who asked not to be written to, complained or bounced, from every source: files, events and then the ledger. Filled
 * by one thread before anybody's standing is asked.
 *
 * <p>A later dated subscription lifts an unsubscription and nothing else; what has no date counts as the latest.
 */
public final class Suppressions {

    /** The time of what has none. */
    public static final long UNDATED = Long.MAX_VALUE;

    private static final long NEVER = Long.MIN_VALUE;
    private static final byte COMPLAINED = 1;
    private static final byte BOUNCED = 2;
    private static final byte SUPPRESSED = 4;

    private final byte[] marks;
    private final Set<String> domains = new HashSet<>();
    private long[] unsubscribedAt = {};
    private long[] subscribedAt = {};
    private long unknown;

    Suppressions(int people) {
        marks = new byte[people];
    }

    /** Of the same people, and as yet without any opt-out; what a subscription lifts it lifts here too. */
    Suppressions anew() {
        var anew = new Suppressions(marks.length);
        anew.subscribedAt = subscribedAt.clone();
        return anew;
    }

    /** @param second since 1970, or {@link #UNDATED} */
    public void unsubscribed(int person, long second) {
        unsubscribedAt = known(unsubscribedAt);
        unsubscribedAt[person] = Math.max(unsubscribedAt[person], second);
    }

    /** @param second since 1970; without a date a subscription lifts nothing */
    public void subscribed(int person, long second) {
        if (second != UNDATED) {
            subscribedAt = known(subscribedAt);
            subscribedAt[person] = Math.max(subscribedAt[person], second);
        }
    }

    public void complained(int person) {
        marks[person] |= COMPLAINED;
    }

    /** The mailbox does not exist. */
    public void bouncedHard(int person) {
        marks[person] |= BOUNCED;
    }

    /** On a list, for a reason nobody gave or none of the above. */
    public void suppressed(int person) {
        marks[person] |= SUPPRESSED;
    }

    /** Nobody at this domain is written to; the domain as mailboxes are compared. */
    void suppressedDomain(String domain) {
        domains.add(domain);
    }

    /** Counts an opt-out of somebody whom the customer file does not know. */
    public void unknown() {
        unknown++;
    }

    /** How many opt-outs named nobody of the customer file. */
    public long unknownCount() {
        return unknown;
    }

    /** When somebody unsubscribed last, or {@link #UNDATED}. */
    public long unsubscribedAt(int person) {
        return unsubscribedAt.length > 0 ? unsubscribedAt[person] : NEVER;
    }

    /** Whether somebody is on a list by themselves, and not only because of their domain. */
    public boolean isListed(int person) {
        return (marks[person] & SUPPRESSED) != 0;
    }

    /** The first reason that applies, consent aside. */
    Standing standing(int person, Supplier<String> domain) {
        if (unsubscribedAt.length > 0 && unsubscribedAt[person] != NEVER && !isLifted(person)) {
            return Standing.UNSUBSCRIBED;
        }
        byte mark = marks[person];
        if ((mark & COMPLAINED) != 0) {
            return Standing.COMPLAINED;
        }
        if ((mark & BOUNCED) != 0) {
            return Standing.BOUNCED;
        }
        boolean isSuppressed = (mark & SUPPRESSED) != 0 || (!domains.isEmpty() && domains.contains(domain.get()));
        return isSuppressed ? Standing.SUPPRESSED : Standing.MAY_BE_MAILED;
    }

    /** At the same second the unsubscription counts. */
    private boolean isLifted(int person) {
        return subscribedAt.length > 0 && subscribedAt[person] > unsubscribedAt[person];
    }

    private long[] known(long[] seconds) {
        if (seconds.length > 0) {
            return seconds;
        }
        long[] never = new long[marks.length];
        Arrays.fill(never, NEVER);
        return never;
    }
}
