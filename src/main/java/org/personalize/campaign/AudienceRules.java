package org.personalize.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Text.Line;

/**
 * Who is meant, and how often at most.
 *
 * @param where null for everybody
 * @param consentColumn the column that must say yes; null only where {@code notRecorded} says why
 * @param notRecorded why people may be written to although no consent is recorded
 * @param optedOutColumns those that say no, whatever the consent says
 * @param quietDays 0 for none
 * @param maxPerWeek 0 for no limit
 * @param repeatAfter null: never again, or once per occurrence
 * @param follows null: follows nothing
 */
public record AudienceRules(
        @Nullable Line where,
        @Nullable String consentColumn,
        @Nullable String notRecorded,
        List<String> optedOutColumns,
        @Nullable String trackingConsentColumn,
        @Nullable String personalizationConsentColumn,
        int quietDays,
        int maxPerWeek,
        @Nullable Duration repeatAfter,
        @Nullable Follows follows) {

    public AudienceRules {
        optedOutColumns = List.copyOf(optedOutColumns);
    }

    /** The columns that say who allows what, and who does not. */
    public List<String> permissionColumns() {
        var columns = new ArrayList<>(optedOutColumns);
        Stream.of(consentColumn, trackingConsentColumn, personalizationConsentColumn)
                .filter(Objects::nonNull)
                .forEach(columns::add);
        return columns;
    }

    /** Due some time after another campaign's mail. */
    public record Follows(String campaign, Duration after) {}
}
