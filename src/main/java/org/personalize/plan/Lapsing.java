package org.personalize.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.personalize.campaign.AudienceRules;
import org.personalize.campaign.AudienceRules.Follows;
import org.personalize.history.Lapses;
import org.personalize.plan.Pressure.Mail;
import org.personalize.plan.Pressure.Rank;

/**
 * When time alone may bring the turn of those who are refused because of other mails: as soon as one of these is old
 * enough. What was left to another campaign's priority depends on that campaign, and on no clock.
 */
final class Lapsing {

    private final AudienceRules rules;
    private final String campaign;
    private final Lapses lapses = new Lapses();

    Lapsing(Planning planning) {
        rules = planning.campaign().audience();
        campaign = planning.campaign().name();
    }

    /** For a campaign that follows another, whose mail has not gone long enough ago. */
    void noteFollowing(List<Mail> mails, SendWindow window) {
        Follows follows = rules.follows();
        if (follows != null) {
            note(
                    mails,
                    mail -> mail.rank() == Rank.GONE && mail.campaign().equals(follows.campaign()),
                    follows.after(),
                    window);
        }
    }

    void note(Reason refusal, List<Mail> mails, SendWindow window) {
        Duration repeatAfter = rules.repeatAfter();
        if (refusal == Reason.REPEAT_AFTER && repeatAfter != null) {
            note(mails, mail -> mail.campaign().equals(campaign), repeatAfter, window);
        } else if (refusal == Reason.QUIET_DAYS) {
            note(mails, Lapsing::forbids, Duration.ofDays(rules.quietDays()), window);
        } else if (refusal == Reason.MAX_PER_WEEK) {
            note(mails, Lapsing::forbids, Pressure.WEEK, window);
        }
    }

    private static boolean forbids(Mail mail) {
        return mail.rank().compareTo(Rank.EQUAL) <= 0;
    }

    /** Before the window opens nobody is mailed, whatever lapses. */
    private void note(List<Mail> mails, Predicate<Mail> counts, Duration length, SendWindow window) {
        mails.stream()
                .filter(counts)
                .map(mail -> mail.at().plus(length))
                .filter(window.opens()::isBefore)
                .min(Instant::compareTo)
                .ifPresent(lapse -> lapses.note(lapse.getEpochSecond()));
    }

    Optional<Instant> first() {
        return lapses.first();
    }
}
