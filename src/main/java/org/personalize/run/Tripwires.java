package org.personalize.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Audience;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Schedule.Edge;
import org.personalize.campaign.Sources;
import org.personalize.campaign.Sources.Range;
import org.personalize.campaign.Sources.Source;
import org.personalize.csv.HeaderAliases;
import org.personalize.csv.TableSource;
import org.personalize.ledger.Census;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Ledger;
import org.personalize.problem.Amount;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.problem.Problems;

/** What stops a run although every file can be read: a stale export, or one of another size than expected. */
final class Tripwires {

    private static final double LARGEST_CHANGE = 0.3;

    /** Where a day ends last. */
    private static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);

    private Tripwires() {}

    static void checkAges(Campaign campaign, Instant now) {
        var problems = new Problems();
        Map<String, Duration> limits = new TreeMap<>(campaign.data().maxAge());
        limits.forEach((role, limit) -> {
            for (Source source : sources(campaign.data(), role)) {
                checkAge(source, role, limit, now, problems);
            }
        });
        problems.throwIfAny();
    }

    private static void checkAge(Source source, String role, Duration limit, Instant now, Problems problems) {
        for (Path file : table(role, source).files()) {
            Duration age = Duration.between(changed(file), now);
            if (age.compareTo(limit) > 0) {
                problems.add(
                        Place.file(file.toString()),
                        "it is " + inWords(age) + " old, and data.max_age allows the " + role + " " + inWords(limit),
                        "Export it again, or raise max_age.");
            }
        }
    }

    private static TableSource table(String role, Source source) {
        return new TableSource(
                role, source.base(), source.pattern(), Map.of(), HeaderAliases.NONE, List.of(), source.place());
    }

    /** A window that is over before the campaign was ever looked at is a mistake; afterwards it is the end. */
    static void checkWindow(Material material, @Nullable Ledger ledger, Instant now) throws IOException {
        if (isOverWithNobody(material, now)
                && (ledger == null || !ledger.standings(material.edition(), now).isPlanned())) {
            throw new InputProblem(
                    Place.file(material.campaign().file().toString()),
                    "the schedule ended at " + end(material).local() + ", before anybody was planned",
                    "Correct schedule.start and schedule.end, or end this campaign in cron.");
        }
    }

    /** What to tell where the end came before anybody's turn, such as that of a campaign that follows another. */
    static Optional<String> emptyEnd(Material material, Instant now) {
        return isOverWithNobody(material, now)
                ? Optional.of(
                        "The schedule ended at " + end(material).local() + ", and it was nobody's turn until then.")
                : Optional.empty();
    }

    private static boolean isOverWithNobody(Material material, Instant now) {
        Edge end = end(material);
        ZoneOffset last = end.offset() == null ? LAST_ZONE : end.offset();
        return material.campaign().schedule().isGiven()
                && !now.isBefore(end.local().toInstant(last))
                && material.promises().areNone();
    }

    private static Edge end(Material material) {
        return material.occurrence().end();
    }

    static void checkSize(Campaign campaign, Audience audience) {
        if (audience.size() == 0) {
            throw nobody(campaign, audience.counts());
        }
        Range expect = campaign.data().expect();
        if (expect != null && (audience.size() < expect.least() || audience.size() > expect.most())) {
            throw new InputProblem(
                    Place.file(campaign.file().toString()),
                    "data.expect says %,d to %,d people, and the customer file has %,d"
                            .formatted(expect.least(), expect.most(), audience.size()),
                    "Look at the export, or correct data.expect.");
        }
    }

    private static InputProblem nobody(Campaign campaign, Audience.Counts rows) {
        Source file = Objects.requireNonNull(campaign.data().customers(), "an audience was read from a file");
        Place place = Place.file(file.pattern());
        return rows.read() == 0
                ? new InputProblem(place, "expected people, found a header and no rows", "Export the file again.")
                : new InputProblem(
                        place,
                        "expected people, found nobody who could be mailed: "
                                + Amount.of(rows.putAside(), "row was", "rows were") + " put aside",
                        "Look at the export.");
    }

    /** Where nobody said what to expect, a list that has grown or shrunk by a lot is looked at by somebody first. */
    static void checkChange(Campaign campaign, Audience audience, Ledger ledger) throws IOException {
        Edition before = ledger.latest(campaign.name()).orElse(null);
        if (before == null || campaign.data().expect() != null) {
            return;
        }
        Census census = ledger.standings(before, Instant.EPOCH).census();
        long then = census == null ? 0 : census.read() - census.duplicates() - census.putAside();
        if (then > 0 && Math.abs(audience.size() - then) > LARGEST_CHANGE * then) {
            throw new InputProblem(
                    Place.file(campaign.file().toString()),
                    "the customer file has %,d people, and the last time it had %,d".formatted(audience.size(), then),
                    "Look at the export; if it is right, say so with data.expect.");
        }
    }

    private static List<Source> sources(Sources data, String role) {
        return switch (role) {
            case "customers" -> listed(data.customers());
            case "items" -> listed(data.items());
            case "events" -> listed(data.events());
            case "suppressions" -> data.suppressions();
            default -> List.of();
        };
    }

    private static List<Source> listed(@Nullable Source source) {
        return source == null ? List.of() : List.of(source);
    }

    private static Instant changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String inWords(Duration duration) {
        if (duration.compareTo(Duration.ofDays(2)) >= 0) {
            return duration.toDays() + " days";
        }
        return duration.compareTo(Duration.ofHours(2)) >= 0
                ? duration.toHours() + " hours"
                : duration.toMinutes() + " minutes";
    }
}
