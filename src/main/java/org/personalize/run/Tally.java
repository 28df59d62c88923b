package org.personalize.run;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Customer;
import org.personalize.plan.Counts;
import org.personalize.plan.Decision;
import org.personalize.plan.Decision.Status;
import org.personalize.plan.Plan;
import org.personalize.render.Finding;
import org.personalize.report.GallerySummary.Sends;

/** The planned mails by hour, day, variant and language, as the people's own clocks show them. */
final class Tally {

    private static final int HOURS = 24;

    private final List<Long> byHour = new ArrayList<>(Collections.nCopies(HOURS, 0L));
    private final SortedMap<LocalDate, Long> byDay = new TreeMap<>();
    private final SortedMap<String, Long> byVariant = new TreeMap<>();
    private final SortedMap<String, Long> byLanguage = new TreeMap<>();
    private final List<String> subjects;
    private final Material material;
    private @Nullable Instant first;
    private @Nullable Instant last;

    private Tally(Material material, List<String> subjects) {
        this.material = material;
        this.subjects = List.copyOf(subjects);
    }

    static Tally of(Material material, Plan plan, List<String> subjects) {
        var tally = new Tally(material, subjects);
        for (int person = 0; person < plan.size(); person++) {
            Decision decision = plan.decision(person);
            if (decision.status() == Status.PLANNED) {
                tally.add(decision, material.audience().customer(person));
            }
        }
        return tally;
    }

    private void add(Decision decision, Customer customer) {
        Instant at = Objects.requireNonNull(decision.sendAt(), "who is planned has a moment");
        ZonedDateTime local = at.atZone(customer.zone());
        byHour.set(local.getHour(), byHour.get(local.getHour()) + 1);
        byDay.merge(local.toLocalDate(), 1L, Long::sum);
        byVariant.merge(Objects.requireNonNull(decision.variant()), 1L, Long::sum);
        byLanguage.merge(customer.language(), 1L, Long::sum);
        first = first == null || at.isBefore(first) ? at : first;
        last = last == null || at.isAfter(last) ? at : last;
    }

    Sends sends() {
        return new Sends(byHour, byDay, byVariant, byLanguage);
    }

    Story story(Counts counts, List<Finding> findings, @Nullable Path written, int previews, @Nullable Path rejects) {
        return new Story(
                counts,
                material.planning().occurrence(),
                byVariant,
                byLanguage,
                first,
                last,
                subjects,
                findings,
                written,
                previews,
                rejects);
    }
}
