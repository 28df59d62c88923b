package org.personalize.run;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Audience;
import org.personalize.audience.Customers;
import org.personalize.audience.Mailbox;
import org.personalize.campaign.Campaign;
import org.personalize.csv.Rejects;

/** The addresses of customers who are known by their id alone. Their file is read when one is asked for first. */
final class AddressBook {

    private final Campaign campaign;
    private @Nullable Customers customers;

    AddressBook(Campaign campaign) {
        this.campaign = campaign;
    }

    /** Empty where the file does not have them. */
    Optional<Mailbox> mailboxOf(String customerId) {
        Customers known = customers;
        if (known == null) {
            known = Audience.read(campaign, new Rejects());
            customers = known;
        }
        int person = known.personOf(customerId);
        return person < 0
                ? Optional.empty()
                : Mailbox.read(known.customer(person).email());
    }
}
