package org.personalize.run;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.AudienceRules;
import org.personalize.campaign.Campaign;
import org.personalize.plan.Plan;
import org.personalize.plan.Reason;

/**
 * When to look at everybody again although no file has changed. A moment that follows from what is known is found by the
 * first run after it; whatever else looks at the clock, or at what others leave room for, is asked again every hour.
 */
final class NextLook {

    private NextLook() {}

    /**
     * Null for never.
     *
     * @param nextStart when the next occurrence begins for somebody; null for never
     */
    static @Nullable Instant after(Material material, Plan plan, @Nullable Instant nextStart) {
        return Stream.of(hour(material, plan), plan.nextTurn(), answer(material), Optional.ofNullable(nextStart))
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** When the audience's condition has another answer for somebody. */
    private static Optional<Instant> answer(Material material) {
        return material.campaign().audience().where() == null
                ? Optional.empty()
                : material.scopes().nextLapse();
    }

    private static Optional<Instant> hour(Material material, Plan plan) {
        Campaign campaign = material.campaign();
        if (!looksAtTheClock(campaign) && !isLeftToOthers(plan)) {
            return Optional.empty();
        }
        Instant now = material.planning().now();
        return Stream.of(ZoneOffset.UTC, campaign.schedule().zone())
                .map(zone -> nextHour(now, zone))
                .min(Instant::compareTo);
    }

    private static boolean looksAtTheClock(Campaign campaign) {
        AudienceRules rules = campaign.audience();
        return rules.where() != null
                || rules.quietDays() > 0
                || rules.maxPerWeek() > 0
                || rules.repeatAfter() != null
                || rules.follows() != null
                || campaign.schedule().maxPerHour() > 0
                || campaign.split().learns();
    }

    /** Whether somebody may get a mail as soon as others leave room. */
    private static boolean isLeftToOthers(Plan plan) {
        return IntStream.range(0, plan.size())
                .mapToObj(plan::decision)
                .anyMatch(one -> one.reason() == Reason.PRIORITY || one.reason() == Reason.NO_CAPACITY);
    }

    /** Where clocks differ by half an hour, midnight does not fall on an hour of UTC. */
    private static Instant nextHour(Instant now, ZoneId zone) {
        return now.atZone(zone).truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
    }
}
