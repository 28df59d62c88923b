package org.personalize.deliver;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Domains as DMARC compares them. Which part of a name can be registered is in a list that changes every week and is not
 * in this house; a short rule stands for it: two labels, or three under a short second label of a country such as co.uk.
 */
final class SenderDomain {

    private static final Set<String> SECOND_LABELS = Set.of("ac", "co", "com", "edu", "gov", "net", "org", "gob", "ne");
    private static final int COUNTRY_LETTERS = 2;

    private SenderDomain() {}

    /** What somebody registered, as far as the rule knows. */
    static String organization(String domain) {
        List<String> labels = List.of(domain.toLowerCase(Locale.ROOT).split("\\."));
        int size = labels.size();
        boolean isThird = size > 2
                && labels.get(size - 1).length() == COUNTRY_LETTERS
                && SECOND_LABELS.contains(labels.get(size - 2));
        return String.join(".", labels.subList(Math.max(0, size - (isThird ? 3 : 2)), size));
    }

    static boolean areAligned(String one, String other) {
        return organization(one).equals(organization(other));
    }

    /** What follows the @, or the whole where there is none. */
    static String of(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
