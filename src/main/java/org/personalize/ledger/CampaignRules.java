package org.personalize.ledger;

/**
 * What a campaign asks of the mails of all others, kept so that the others' plans and this one's claims can obey it.
 *
 * @param priority where two campaigns want the same person, the greater one keeps it
 * @param quietDays 0 for none
 * @param maxPerWeek 0 for no limit
 * @param repeatAfterSeconds least time between two mails of this campaign to one person; 0 for none
 */
public record CampaignRules(int priority, int quietDays, int maxPerWeek, long repeatAfterSeconds) {

    public static final CampaignRules NONE = new CampaignRules(0, 0, 0, 0);

    boolean askAboutOthers() {
        return quietDays > 0 || maxPerWeek > 0 || repeatAfterSeconds > 0;
    }
}
