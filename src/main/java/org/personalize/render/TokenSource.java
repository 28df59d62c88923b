package org.personalize.render;

import org.personalize.audience.Customer;

/** Makes the token that stands in a person's own links, such as the one to unsubscribe. */
@FunctionalInterface
public interface TokenSource {

    String tokenOf(Customer customer);

    /** The sealed name of the person in links to shop pages, by which nobody can be opted out. */
    default String linkTokenOf(Customer customer) {
        return tokenOf(customer);
    }
}
