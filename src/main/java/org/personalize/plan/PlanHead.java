package org.personalize.plan;

import java.time.Instant;
import org.personalize.campaign.Campaign;

/**
 * What a plan in JSON says before its people: of which campaign it is, and what it came from.
 *
 * @param occurrence blank for a campaign that comes once
 * @param seed the fingerprint of the seed
 */
public record PlanHead(Origin origin, String campaign, String occurrence, Instant now, String seed) {

    /** Of a file that does not say where it came from. */
    static final PlanHead UNKNOWN = new PlanHead(Origin.UNKNOWN, "", "", Instant.EPOCH, "");

    static PlanHead of(Planning planning, Origin origin) {
        return new PlanHead(
                origin, planning.campaign().name(), planning.occurrence(), planning.now(), seedOf(planning.campaign()));
    }

    /** What a plan says of a campaign's seed, without telling it. */
    public static String seedOf(Campaign campaign) {
        return "sha256:" + Fingerprint.of(campaign.seed());
    }

    public boolean isKnown() {
        return !campaign.isEmpty();
    }
}
