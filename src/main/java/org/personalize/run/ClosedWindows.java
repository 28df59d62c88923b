package org.personalize.run;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.personalize.audience.Audience;
import org.personalize.campaign.Campaign;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Row;
import org.personalize.ledger.State;
import org.personalize.measure.Arm;
import org.personalize.plan.Decision.Group;

/**
 * A campaign's mails by variant, of all its comings: those whose time to be reacted to is over, with what they brought. The
 * plain mail and people who want nothing personal are outside of it, since nobody drew for them.
 */
final class ClosedWindows {

    private final Audience audience;
    private final Gains gains;
    private final Campaign campaign;
    private final int number;
    private final long windowSeconds;
    private final long now;
    private final Map<String, Integer> byName = new HashMap<>();
    private final List<Judged> judged = new ArrayList<>();
    private long open;

    /** @param number of the campaign, as events know it */
    ClosedWindows(Audience audience, Gains gains, Campaign campaign, int number, Duration window, Instant now) {
        this.audience = audience;
        this.gains = gains;
        this.campaign = campaign;
        this.number = number;
        windowSeconds = window.toSeconds();
        this.now = now.getEpochSecond();
        campaign.subjects().forEach(variant -> byName.put(variant.name(), byName.size()));
    }

    private record Judged(int variant, int person, long from, double chance, double gain) {}

    void take(Ledger ledger) throws IOException {
        for (Edition edition : ledger.editions(campaign.name())) {
            ledger.rows(edition, this::take);
        }
    }

    private void take(Row row) {
        Integer variant = byName.get(row.promise().variant());
        Instant doneAt = row.doneAt();
        if (variant == null
                || doneAt == null
                || row.state() != State.ACCEPTED
                || row.promise().group() != Group.NONE) {
            return;
        }
        int person = row.promise().personIn(audience);
        double chance = row.promise().variantChance();
        // Who was given their variant without a draw says nothing of it.
        boolean wasDrawn = chance > 0 && chance < 1;
        if (person >= 0 && wasDrawn && gains.mayBeKnown(person)) {
            judge(variant, person, chance, doneAt.getEpochSecond());
        }
    }

    private void judge(int variant, int person, double chance, long from) {
        long to = from + windowSeconds;
        if (to > now) {
            open += from <= now ? 1 : 0;
        } else {
            judged.add(new Judged(variant, person, from, chance, gains.of(person, number, from, to)));
        }
    }

    /** In the order of the campaign. */
    List<Arm> arms() {
        List<Arm> arms = new ArrayList<>();
        byName.forEach((name, variant) -> arms.add(new Arm()));
        // A ledger gives its rows in no order, and sums of doubles depend on theirs.
        judged.sort(Comparator.comparingInt(Judged::person).thenComparingLong(Judged::from));
        judged.forEach(one -> arms.get(one.variant()).add(one.chance(), one.gain()));
        return List.copyOf(arms);
    }

    /** How many are too young to be judged. */
    long open() {
        return open;
    }
}
