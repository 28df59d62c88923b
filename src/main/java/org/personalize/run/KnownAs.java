package org.personalize.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.personalize.audience.Audience;
import org.personalize.audience.Customer;
import org.personalize.audience.Mailbox;

/** Under which ids and mailboxes the ledger knows people, where the customer file has others by now. */
final class KnownAs {

    private final Audience audience;
    private final Map<Integer, String> otherIds = new HashMap<>();
    private final Set<String> mailboxesElsewhere = new HashSet<>();

    KnownAs(Audience audience) {
        this.audience = audience;
    }

    /** Somebody merged with another since then is in the ledger under what is now an alias, until that is readdressed. */
    void note(int person, String id) {
        if (!audience.customer(person).id().equals(id)) {
            otherIds.put(person, id);
        }
    }

    String id(int person) {
        String other = otherIds.get(person);
        return other == null ? audience.customer(person).id() : other;
    }

    boolean hasOtherId(int person) {
        return otherIds.containsKey(person);
    }

    /** A mail went out to a mailbox that is not, or no longer, that of the row's person. */
    void noteElsewhere(Mailbox mailbox) {
        mailboxesElsewhere.add(mailbox.key());
    }

    /** Whether a mail for somebody else went to this person's mailbox. */
    boolean isElsewhere(int person) {
        return !mailboxesElsewhere.isEmpty()
                && mailboxesElsewhere.contains(
                        mailbox(audience.customer(person)).key());
    }

    boolean isAt(int person, Mailbox mailbox) {
        return mailbox.equals(mailbox(audience.customer(person)));
    }

    /** Everybody in an audience has an address of use. */
    static Mailbox mailbox(Customer customer) {
        return Mailbox.read(customer.email()).orElseThrow();
    }
}
