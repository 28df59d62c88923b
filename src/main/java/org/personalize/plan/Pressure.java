package org.personalize.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.AudienceRules;
import org.personalize.campaign.AudienceRules.Follows;
import org.personalize.campaign.Schedule.Repeat;
import org.personalize.history.History;
import org.personalize.history.Kind;

/**
 * How much mail somebody already had, or is promised, from all campaigns: from the ledger, and from {@code sent} events
 * of whatever else writes to them. Rules look from the first moment at which this campaign could reach the person, so
 * that whoever passes may be mailed at any moment of the window.
 *
 * <p>What is only promised gives way to a campaign of higher priority, and keeps one of lower priority out; what has gone
 * counts whatever its priority.
 */
final class Pressure {

    static final Duration WEEK = Duration.ofDays(7);

    /** As long as a relay is tried, unless the campaign says otherwise. */
    private static final Duration STALE = Duration.ofDays(3);

    /** An event this close to a mail of the same campaign in the ledger tells of the same mail. */
    private static final Duration SAME_MAIL = Duration.ofDays(1);

    /** The campaign of a {@code sent} event that names none. */
    private static final String UNNAMED = "";

    private final Planning planning;
    private final AudienceRules rules;
    private final String campaign;

    Pressure(Planning planning) {
        this.planning = planning;
        rules = planning.campaign().audience();
        campaign = planning.campaign().name();
    }

    /** Every mail known of, the ledger's and other systems', in the order of time. */
    List<Mail> mails(int person) {
        List<Mail> mails = new ArrayList<>();
        for (var mailing :
                planning.facts().mailings(planning.audience().customer(person).id())) {
            mails.add(new Mail(mailing.campaign(), mailing.occurrence(), mailing.at(), rank(mailing), mailing));
        }
        int promised = mails.size();
        History history = planning.history();
        for (int event : history.eventsOf(person)) {
            if (history.kind(event) == Kind.SENT) {
                addIfNew(mails, promised, history.campaign(event), Instant.ofEpochSecond(history.second(event)));
            }
        }
        mails.sort(Comparator.comparing(Mail::at));
        return mails;
    }

    private Rank rank(LedgerFacts.Mailing mailing) {
        if (mailing.hasLeft()) {
            return Rank.GONE;
        }
        int difference = Integer.compare(mailing.priority(), planning.campaign().priority());
        return difference < 0 ? Rank.JUNIOR : difference > 0 ? Rank.SENIOR : Rank.EQUAL;
    }

    private static void addIfNew(List<Mail> mails, int promised, @Nullable String named, Instant at) {
        boolean isKnown = mails.subList(0, promised).stream()
                .anyMatch(mail -> mail.campaign().equals(named)
                        && Duration.between(mail.at(), at).abs().compareTo(SAME_MAIL) < 0);
        if (!isKnown) {
            mails.add(new Mail(named == null ? UNNAMED : named, null, at, Rank.GONE, null));
        }
    }

    /** Whether the mail that this campaign follows went long enough ago; true where it follows none. */
    boolean isFollowing(List<Mail> mails, SendWindow window) {
        Follows follows = rules.follows();
        return follows == null
                || mails.stream()
                        .anyMatch(mail -> mail.rank() == Rank.GONE
                                && mail.campaign().equals(follows.campaign())
                                && !mail.at().plus(follows.after()).isAfter(window.opens()));
    }

    /** The first rule that forbids one more mail, or null. */
    @Nullable
    Reason refusal(List<Mail> mails, SendWindow window) {
        if (mails.isEmpty()) {
            return null;
        }
        Reason own = ruleAgainst(
                mails.stream()
                        .filter(mail -> mail.rank().compareTo(Rank.EQUAL) <= 0)
                        .toList(),
                window);
        if (own != null) {
            return own;
        }
        List<Mail> withSeniors =
                mails.stream().filter(mail -> mail.rank() != Rank.JUNIOR).toList();
        boolean isKeptOut = ruleAgainst(withSeniors, window) != null
                || mails.stream().anyMatch(mail -> mail.rank() == Rank.SENIOR && wouldSuffer(mail, mails, window));
        return isKeptOut ? Reason.PRIORITY : null;
    }

    /** Whether one more mail in the window would forbid another campaign's promise by that campaign's own rules. */
    private static boolean wouldSuffer(Mail senior, List<Mail> mails, SendWindow window) {
        var asked = senior.promise();
        if (asked == null) {
            return false;
        }
        // What is due and has not gone will go from now on; what never went in days is nobody's promise any more.
        Instant at = senior.at().isBefore(window.opens()) ? window.opens() : senior.at();
        if (senior.at().plus(STALE).isBefore(window.opens())) {
            return false;
        }
        Duration quiet = Duration.ofDays(asked.quietDays());
        if (asked.quietDays() > 0 && !window.closes().isBefore(at.minus(quiet))) {
            return true;
        }
        long had = mails.stream()
                .filter(mail -> !mail.equals(senior)
                        && mail.at().isAfter(at.minus(WEEK))
                        && !mail.at().isAfter(at))
                .count();
        return asked.maxPerWeek() > 0 && !window.closes().isBefore(at.minus(WEEK)) && had + 1 >= asked.maxPerWeek();
    }

    private @Nullable Reason ruleAgainst(List<Mail> mails, SendWindow window) {
        if (isRepeatedTooSoon(mails, window)) {
            return Reason.REPEAT_AFTER;
        } else if (isDisturbed(mails, window)) {
            return Reason.QUIET_DAYS;
        } else if (rules.maxPerWeek() > 0 && mostInAWeek(mails, window) >= rules.maxPerWeek()) {
            return Reason.MAX_PER_WEEK;
        }
        return null;
    }

    private boolean isRepeatedTooSoon(List<Mail> mails, SendWindow window) {
        Duration after = rules.repeatAfter();
        boolean isRecurring = planning.campaign().schedule().repeat() != Repeat.NEVER;
        return mails.stream()
                .filter(mail -> mail.campaign().equals(campaign))
                .anyMatch(mail -> isTooRecent(mail, after, window)
                        || (isRecurring && isOfThisOccurrence(mail, window))
                        || (after == null && !isRecurring));
    }

    private static boolean isTooRecent(Mail mail, @Nullable Duration after, SendWindow window) {
        return after != null && mail.at().isAfter(window.opens().minus(after));
    }

    /** A {@code sent} event knows no occurrence: it belongs to this one if it lies in its window. */
    private boolean isOfThisOccurrence(Mail mail, SendWindow window) {
        return mail.occurrence() == null
                ? !mail.at().isBefore(window.starts()) && mail.at().isBefore(window.closes())
                : mail.occurrence().equals(planning.occurrence());
    }

    private boolean isDisturbed(List<Mail> mails, SendWindow window) {
        Duration quiet = Duration.ofDays(rules.quietDays());
        return rules.quietDays() > 0
                && mails.stream()
                        .anyMatch(mail -> mail.at().isAfter(window.opens().minus(quiet))
                                && mail.at().isBefore(window.closes().plus(quiet)));
    }

    /** The most mails within any seven days that touch the window. */
    private static int mostInAWeek(List<Mail> mails, SendWindow window) {
        int most = 0;
        for (Mail first : mails) {
            boolean touches = first.at().isAfter(window.opens().minus(WEEK))
                    && !first.at().isAfter(window.closes());
            if (touches) {
                Instant end = first.at().plus(WEEK);
                long count = mails.stream()
                        .filter(mail ->
                                !mail.at().isBefore(first.at()) && mail.at().isBefore(end))
                        .count();
                most = Math.max(most, (int) count);
            }
        }
        return most;
    }

    /** How a mail stands beside one of this campaign; the first two forbid whatever the priorities. */
    enum Rank {
        GONE,
        /** Promised by a campaign of the same priority: who comes first keeps the person. */
        EQUAL,
        /** Promised by one that this campaign gives way to. */
        SENIOR,
        /** Promised by one that gives way to this campaign. */
        JUNIOR
    }

    /**
     * @param occurrence null where nobody wrote it down
     * @param promise what the ledger knows of it; null for another system's
     */
    record Mail(
            String campaign,
            @Nullable String occurrence,
            Instant at,
            Rank rank,
            LedgerFacts.@Nullable Mailing promise) {}
}
