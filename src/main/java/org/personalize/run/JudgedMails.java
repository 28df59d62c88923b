package org.personalize.run;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.personalize.audience.Audience;
import org.personalize.campaign.Campaign.Goal;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Promise;
import org.personalize.ledger.Promise.Shown;
import org.personalize.ledger.Row;
import org.personalize.ledger.State;
import org.personalize.plan.Decision.Group;
import org.personalize.report.WhatIf;

/**
 * The personal mails that went out to people who allow to be watched, and that are so old that whoever wanted to react has
 * done so.
 */
final class JudgedMails {

    static final long REACTION_SECONDS = WhatIf.REACTION_HOURS * 3_600;

    private final Audience audience;
    private final Gains gains;
    private final long closed;
    private final List<Mail> mails = new ArrayList<>();

    private JudgedMails(Past past, Instant now) {
        audience = past.audience();
        gains = new Gains(audience, past.history(), Goal.CLICK, now);
        closed = now.getEpochSecond() - REACTION_SECONDS;
    }

    /**
     * @param at the second at which the relay took it
     * @param hourChance with which it was sent at that hour
     * @param drawn the items whose place was left to chance
     */
    record Mail(
            int person,
            long at,
            String variant,
            double variantChance,
            double hourChance,
            List<Shown> drawn,
            boolean isReactedTo) {}

    static List<Mail> of(Ledger ledger, Past past, List<String> campaigns, Instant now) throws IOException {
        var judged = new JudgedMails(past, now);
        for (String campaign : campaigns) {
            int number = judged.gains.number(campaign);
            for (Edition edition : ledger.editions(campaign)) {
                ledger.rows(edition, row -> judged.take(row, number));
            }
        }
        // A ledger gives its rows in no order, and sums of doubles depend on theirs.
        judged.mails.sort(Comparator.comparingLong(Mail::at).thenComparingInt(Mail::person));
        return judged.mails;
    }

    private void take(Row row, int campaign) {
        Instant doneAt = row.doneAt();
        Promise promise = row.promise();
        boolean isPersonal = row.state() == State.ACCEPTED && promise.group() == Group.NONE;
        if (!isPersonal || doneAt == null || doneAt.getEpochSecond() > closed) {
            return;
        }
        int person = promise.personIn(audience);
        if (person >= 0 && gains.mayBeKnown(person)) {
            long at = doneAt.getEpochSecond();
            mails.add(new Mail(
                    person,
                    at,
                    promise.variant(),
                    promise.variantChance(),
                    promise.hourChance(),
                    promise.slots().values().stream()
                            .flatMap(List::stream)
                            .filter(shown -> isDrawn(shown.chance()))
                            .toList(),
                    gains.isReactedTo(person, campaign, at, at + REACTION_SECONDS)));
        }
    }

    static boolean isDrawn(double chance) {
        return chance > 0 && chance < 1;
    }
}
