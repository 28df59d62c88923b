package org.personalize.render;

import org.personalize.audience.Customer;

/** Makes the token that stands in a person's own links, such as the one to unsubscribe. */
@FunctionalInterface
public interface TokenSource {

    String tokenOf(Customer customer);
}
