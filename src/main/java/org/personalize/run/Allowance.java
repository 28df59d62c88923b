package org.personalize.run;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign;
import org.personalize.ledger.Caps;
import org.personalize.ledger.Ledger;

/** How much may be handed to the relay now: the hour's limit, and the day's while a new sender warms up. */
final class Allowance implements Supplier<Caps> {

    private final int perHour;
    private final List<Integer> warmUp;
    private final InstantSource clock;
    private @Nullable LocalDate firstDay;

    Allowance(Campaign campaign, Ledger ledger, InstantSource clock) throws IOException {
        perHour = campaign.schedule().maxPerHour();
        warmUp = campaign.relay().warmUp();
        this.clock = clock;
        firstDay = ledger.firstDay();
    }

    @Override
    public synchronized Caps get() {
        return new Caps(perHour, today());
    }

    private int today() {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (firstDay == null) {
            firstDay = day;
        }
        long past = Math.max(0, ChronoUnit.DAYS.between(firstDay, day));
        return past < warmUp.size() ? warmUp.get((int) past) : 0;
    }
}
