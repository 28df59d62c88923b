package org.personalize.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.personalize.campaign.Schedule.Repeat;

/**
 * The occurrences of a repeating campaign around a moment. A local day begins in the far east 26 hours before it does in
 * the far west, so that two or three occurrences can last at once, each for other people.
 */
public final class Comings {

    private static final ZoneOffset FIRST_ZONE = ZoneOffset.ofHours(14);
    private static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);

    /** Longer than the clocks of two zones are ever apart. */
    private static final Duration APART = Duration.ofHours(28);

    private final Instant now;

    /** In the order of time, up to one that has begun nowhere; none where the campaign comes once. */
    private final List<Occurrence> near = new ArrayList<>();

    public Comings(Schedule schedule, Instant now) {
        this.now = now;
        Instant latest = now.minus(APART);
        Instant moment = latest;
        while (schedule.repeat() != Repeat.NEVER && !latest.isAfter(now.plus(APART))) {
            Occurrence occurrence = Occurrence.at(schedule, moment);
            near.add(occurrence);
            latest = occurrence.start().in(schedule.zone());
            moment = occurrence.end().in(schedule.zone());
        }
    }

    /** Those that last at the moment in some zone of the world, in the order of time. */
    public List<Occurrence> lasting() {
        return near.stream()
                .filter(one ->
                        hasBegun(one, FIRST_ZONE) && now.isBefore(one.end().in(LAST_ZONE)))
                .toList();
    }

    /** Those that last at the moment for people of these zones, in the order of time. */
    public List<Occurrence> lastingIn(Collection<ZoneId> zones) {
        return near.stream()
                .filter(one -> zones.stream()
                        .anyMatch(zone ->
                                hasBegun(one, zone) && now.isBefore(one.end().in(zone))))
                .toList();
    }

    /** The next moment at which an occurrence begins for people of these zones; empty where the campaign comes once. */
    public Optional<Instant> nextStart(Collection<ZoneId> zones) {
        return near.stream()
                .flatMap(one -> zones.stream().map(zone -> one.start().in(zone)))
                .filter(now::isBefore)
                .min(Instant::compareTo);
    }

    private boolean hasBegun(Occurrence occurrence, ZoneId zone) {
        return !now.isBefore(occurrence.start().in(zone));
    }
}
