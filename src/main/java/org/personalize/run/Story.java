package org.personalize.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.personalize.plan.Counts;
import org.personalize.render.Finding;

/**
 * What a command has to tell: the counts, and what is worth knowing beside them.
 *
 * @param variants planned mails by variant
 * @param languages planned mails by language
 * @param first null when nobody is planned
 * @param last null when nobody is planned
 * @param subjects a few, as they will be read; empty when nothing was rendered
 * @param findings what the lint engine said; empty when it was not asked
 * @param written null when the command wrote no file
 * @param previews how many previews were written
 * @param rejects null when no row was put aside, or no list of them was written
 */
public record Story(
        Counts counts,
        String occurrence,
        SortedMap<String, Long> variants,
        SortedMap<String, Long> languages,
        @Nullable Instant first,
        @Nullable Instant last,
        List<String> subjects,
        List<Finding> findings,
        @Nullable Path written,
        int previews,
        @Nullable Path rejects) {

    public Story {
        subjects = List.copyOf(subjects);
        findings = List.copyOf(findings);
    }

    /** The counts alone, where nothing was planned anew. */
    static Story of(Counts counts, String occurrence) {
        return new Story(
                counts, occurrence, new TreeMap<>(), new TreeMap<>(), null, null, List.of(), List.of(), null, 0, null);
    }

    /** The same, with something to be said first. */
    Story noting(String note) {
        return new Story(
                counts.withWarnings(List.of(note)),
                occurrence,
                variants,
                languages,
                first,
                last,
                subjects,
                findings,
                written,
                previews,
                rejects);
    }

    /** Something about the campaign as a whole is wrong, or nobody's mail came out right: nothing may be sent. */
    public boolean isBlocked() {
        boolean isEverybodyHeld = counts.planned() > 0 && counts.heldByError() == counts.planned();
        return isEverybodyHeld || findings.stream().anyMatch(Finding::blocks);
    }
}
