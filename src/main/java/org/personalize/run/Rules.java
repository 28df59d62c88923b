package org.personalize.run;

import org.personalize.campaign.AudienceRules;
import org.personalize.campaign.Campaign;
import org.personalize.ledger.CampaignRules;

/** What the ledger is told of a campaign's rules about the mails of others. */
final class Rules {

    private Rules() {}

    static CampaignRules of(Campaign campaign) {
        AudienceRules rules = campaign.audience();
        var after = rules.repeatAfter();
        return new CampaignRules(
                campaign.priority(), rules.quietDays(), rules.maxPerWeek(), after == null ? 0 : after.toSeconds());
    }
}
