package org.personalize.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.personalize.intake.Account;

/**
 * What came of taking files in.
 *
 * @param linked events of which it is known whose mail they are about
 * @param unproven events that would have suppressed somebody, had they carried something signed
 * @param suppressed reason to how many mailboxes were newly suppressed
 */
public record IngestStory(
        String campaign, List<Part> parts, long events, long linked, long unproven, Map<String, Integer> suppressed) {

    public IngestStory {
        parts = List.copyOf(parts);
    }

    /** One file. */
    public record Part(Path file, Account account) {}

    public long understood() {
        return parts.stream()
                .mapToLong(part -> part.account().understoodRecords())
                .sum();
    }

    public long unreadable() {
        return parts.stream()
                .mapToLong(part -> part.account().unreadableRecords())
                .sum();
    }
}
