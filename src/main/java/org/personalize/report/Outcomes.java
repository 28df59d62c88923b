package org.personalize.report;

import org.personalize.measure.Interval;
import org.personalize.measure.Share;

/**
 * What came of accepted mails, per mail. Shares count mails, not events: two clicks in one mail are one.
 *
 * @param people to whom those mails went
 * @param mails accepted by the relay
 * @param clicked with a click of a person, among the mails to people who allow to be watched
 * @param opened likewise with an open; a hint at best, since many programs open mails
 * @param bought after which the person bought something, by the attribution
 * @param unsubscribed after which the person opted out
 * @param complained called spam; Gmail tells no sender
 * @param hardBounced returned because the mailbox does not exist
 * @param softBounced returned for another reason
 * @param revenue per mail
 * @param revenueSum of all of them, less what was refunded
 */
public record Outcomes(
        long people,
        long mails,
        Share clicked,
        Share opened,
        Share bought,
        Share unsubscribed,
        Share complained,
        Share hardBounced,
        Share softBounced,
        Interval revenue,
        double revenueSum) {

    public Outcomes {
        if (people > mails || clicked.of() > mails || bought.of() != mails) {
            throw new IllegalArgumentException(people + " people with " + mails + " mails");
        }
    }
}
