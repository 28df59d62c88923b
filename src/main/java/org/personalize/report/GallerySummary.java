package org.personalize.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.personalize.plan.Counts;
import org.personalize.render.Finding;

/**
 * The story of a run, told above its previews. Its counts are of all people, not only of those whose preview was written.
 *
 * @param counts of everybody, with the warnings of the plan
 * @param occurrence which coming of a recurring campaign this is; blank for a single one
 * @param from the sender as recipients see it
 * @param now the campaign's clock
 * @param version of this program
 */
public record GallerySummary(
        Counts counts,
        String occurrence,
        String from,
        Instant now,
        Sends sends,
        List<Finding> findings,
        String version) {

    public GallerySummary {
        findings = List.copyOf(findings);
    }

    String campaign() {
        return counts.campaign();
    }

    /**
     * The planned mails by hour, day, variant and language.
     *
     * @param byLocalHour 24 counts, from midnight on each person's clock
     * @param byLocalDay the day on each person's clock
     */
    public record Sends(
            List<Long> byLocalHour,
            SortedMap<LocalDate, Long> byLocalDay,
            SortedMap<String, Long> byVariant,
            SortedMap<String, Long> byLanguage) {

        public Sends {
            byLocalHour = List.copyOf(byLocalHour);
            if (byLocalHour.size() != 24) {
                throw new IllegalStateException("a day has 24 hours, not " + byLocalHour.size());
            }
            byLocalDay = Collections.unmodifiableSortedMap(new TreeMap<>(byLocalDay));
            byVariant = Collections.unmodifiableSortedMap(new TreeMap<>(byVariant));
            byLanguage = Collections.unmodifiableSortedMap(new TreeMap<>(byLanguage));
        }
    }
}
