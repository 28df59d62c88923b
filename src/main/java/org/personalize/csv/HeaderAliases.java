package org.personalize.csv;

import java.util.Map;

/**
 * Headers that other systems write, and what we call them. A header is compared without case, blanks and punctuation, so
 * that " E-Mail Address" and "email_address" are the same.
 *
 * @param canonicalByHeader keys already reduced to lower-case letters and digits
 */
public record HeaderAliases(Map<String, String> canonicalByHeader) {
    public HeaderAliases {
        canonicalByHeader = Map.copyOf(canonicalByHeader);
    }
}
