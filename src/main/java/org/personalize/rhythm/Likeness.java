package org.personalize.rhythm;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.personalize.audience.Audience;
import org.personalize.audience.Customer;

/**
 * Which columns of customers say whose hours are alike before anything is known of what they do.
 *
 * @param columns none of them protected
 */
record Likeness(List<String> columns) {

    private static final String LANGUAGE = "language";

    static final Likeness USUAL = new Likeness(List.of("country", LANGUAGE));

    Likeness {
        columns = List.copyOf(columns);
    }

    /** The usual columns but for those from which nothing may be learned. */
    static Likeness without(Set<String> protectedColumns) {
        return new Likeness(USUAL.columns.stream()
                .filter(column -> !protectedColumns.contains(column))
                .toList());
    }

    /** The segment of somebody: all who are alike in these columns. */
    String segment(Audience audience, int person) {
        Customer customer = audience.customer(person);
        return columns.stream()
                .map(column -> column.equals(LANGUAGE) ? customer.language() : customer.text(column))
                .map(String::valueOf)
                .collect(Collectors.joining("/"));
    }
}
