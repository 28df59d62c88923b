package org.personalize.ledger;

/**
 * One coming of a campaign.
 *
 * @param occurrence blank for a campaign that comes once
 */
public record Edition(String campaign, String occurrence) {

    @Override
    public String toString() {
        return occurrence.isEmpty() ? campaign : campaign + '/' + occurrence;
    }
}
