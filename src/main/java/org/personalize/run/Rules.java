package org.personalize.run;

import java.io.IOException;
import java.nio.file.Files;
import org.personalize.campaign.AudienceRules;
import org.personalize.campaign.Campaign;
import org.personalize.ledger.CampaignRules;
import org.personalize.ledger.Ledger;
import org.personalize.plan.Fingerprint;

/** What the ledger is told of a campaign's rules about the mails of others. */
final class Rules {

    private Rules() {}

    /** Refuses a second file under one name; a file that was renamed is told from a copy by whether the other is there. */
    static void enroll(Campaign campaign, Ledger ledger) throws IOException {
        ledger.enroll(campaign.name(), file(campaign), other -> isThere(campaign, other));
    }

    /** Refuses the same, and remembers nothing. */
    static void checkName(Campaign campaign, Ledger ledger) throws IOException {
        ledger.checkName(campaign.name(), file(campaign), other -> isThere(campaign, other));
    }

    private static String file(Campaign campaign) {
        return Fingerprint.name(campaign.workspace(), campaign.file());
    }

    private static boolean isThere(Campaign campaign, String file) {
        return Files.exists(campaign.workspace().resolve(file));
    }

    static CampaignRules of(Campaign campaign) {
        AudienceRules rules = campaign.audience();
        var after = rules.repeatAfter();
        return new CampaignRules(
                campaign.priority(), rules.quietDays(), rules.maxPerWeek(), after == null ? 0 : after.toSeconds());
    }
}
