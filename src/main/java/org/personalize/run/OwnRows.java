package org.personalize.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.personalize.audience.Audience;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Row;
import org.personalize.ledger.State;
import org.personalize.plan.Reason;

/**
 * Whose each row of an edition is. Customers merge, part and take over each other's mailboxes, so that several rows may
 * mean one person. One of them is theirs, and all others count as those of people who have left the file: so everybody has
 * one place, and whoever had the mail under another id is not written to again.
 */
final class OwnRows {

    private static final int NOBODY = -1;

    private final Audience audience;
    private final BitSet met = new BitSet();
    private final BitSet contested = new BitSet();
    private final Map<Integer, Candidate> best = new HashMap<>();

    OwnRows(Audience audience) {
        this.audience = audience;
    }

    /** How well a row suits a person: one that may have gone out first, then their own id's, an alias's, their mailbox's. */
    private record Candidate(boolean hasGone, Bond bond, State state, String customerId) {

        private static final Comparator<Candidate> BEST_FIRST = Comparator.comparing((Candidate one) -> !one.hasGone)
                .thenComparing(Candidate::bond)
                .thenComparing(one -> one.state.isFinal())
                .thenComparing(Candidate::state)
                .thenComparing(Candidate::customerId);

        boolean isBetterThan(Candidate other) {
            return BEST_FIRST.compare(this, other) < 0;
        }
    }

    private enum Bond {
        OWN_ID,
        ALIAS,
        MAILBOX
    }

    /** The row of one person, if they have any. */
    static Optional<Row> rowOf(int person, Audience audience, Ledger ledger, Edition edition) throws IOException {
        var own = new OwnRows(audience);
        List<Row> found = new ArrayList<>();
        do {
            found.clear();
            ledger.rows(edition, row -> {
                if (own.personOf(row) == person) {
                    found.add(row);
                }
            });
        } while (own.settle(ledger, edition));
        return found.stream().findFirst();
    }

    /** The person whose row it is, or -1. Of several rows of one person it is the first, until {@link #settle} has looked. */
    int personOf(Row row) {
        int person = meant(row);
        if (person == NOBODY) {
            return NOBODY;
        }
        Candidate known = best.get(person);
        if (known != null) {
            return known.customerId().equals(row.promise().customerId()) ? person : NOBODY;
        }
        if (met.get(person)) {
            contested.set(person);
            return NOBODY;
        }
        met.set(person);
        return person;
    }

    /**
     * Finds the right row of all of whom several were met.
     *
     * @return whether there was anybody, so that all rows have to be asked for anew
     */
    boolean settle(Ledger ledger, Edition edition) throws IOException {
        if (contested.isEmpty()) {
            return false;
        }
        ledger.rows(edition, this::compare);
        contested.clear();
        met.clear();
        return true;
    }

    private void compare(Row row) {
        int person = meant(row);
        if (person != NOBODY && contested.get(person)) {
            Candidate one = candidate(person, row);
            best.merge(person, one, (known, other) -> other.isBetterThan(known) ? other : known);
        }
    }

    /** What was taken back from another customer or an alias says nothing about this one. */
    private int meant(Row row) {
        int person = row.promise().personIn(audience);
        boolean isTakenBack = row.state() == State.SKIPPED && row.reason() != Reason.WITHDRAWN;
        return person >= 0 && isTakenBack && !isOwn(person, row) ? NOBODY : person;
    }

    private boolean isOwn(int person, Row row) {
        return audience.customer(person).id().equals(row.promise().customerId());
    }

    private Candidate candidate(int person, Row row) {
        String id = row.promise().customerId();
        Bond bond = isOwn(person, row) ? Bond.OWN_ID : audience.personOf(id) >= 0 ? Bond.ALIAS : Bond.MAILBOX;
        return new Candidate(bond != Bond.MAILBOX && mayHaveGone(row.state()), bond, row.state(), id);
    }

    private static boolean mayHaveGone(State state) {
        return switch (state) {
            case ACCEPTED, DOUBTFUL, FINISHING -> true;
            case PLANNED, CLAIMED, DEFERRED, REFUSED, EXPIRED, HELD, SKIPPED, NO_MAIL -> false;
        };
    }
}
