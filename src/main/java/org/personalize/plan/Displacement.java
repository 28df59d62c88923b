package org.personalize.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.personalize.campaign.AudienceRules;
import org.personalize.plan.LedgerFacts.Mailing;

/**
 * Which promises of campaigns with a lower priority give way to a mail of this one: as many as its rules need, and no
 * more.
 */
public final class Displacement {

    private static final Duration WEEK = Duration.ofDays(7);

    private final LedgerFacts facts;
    private final AudienceRules rules;
    private final int priority;

    public Displacement(Planning planning) {
        facts = planning.facts();
        rules = planning.campaign().audience();
        priority = planning.campaign().priority();
    }

    /** The promises that cannot be kept beside a mail at this moment, the latest first. */
    public List<Mailing> by(String customerId, Instant at) {
        if (rules.quietDays() == 0 && rules.maxPerWeek() == 0) {
            return List.of();
        }
        List<Mailing> left = new ArrayList<>(facts.mailings(customerId));
        List<Mailing> juniors = left.stream()
                .filter(mailing -> !mailing.hasLeft() && mailing.priority() < priority)
                .sorted(Comparator.comparing(Mailing::at).reversed())
                .toList();
        List<Mailing> displaced = new ArrayList<>();
        for (Mailing junior : juniors) {
            if (isTooNear(junior, at) || isTooMany(left, junior, at)) {
                displaced.add(junior);
                left.remove(junior);
            }
        }
        return displaced;
    }

    private boolean isTooNear(Mailing junior, Instant at) {
        Duration quiet = Duration.ofDays(rules.quietDays());
        return Duration.between(junior.at(), at).abs().compareTo(quiet) < 0;
    }

    /** Whether some seven days that hold both mails hold more than may be. */
    private boolean isTooMany(List<Mailing> mails, Mailing junior, Instant at) {
        if (rules.maxPerWeek() == 0 || Duration.between(junior.at(), at).abs().compareTo(WEEK) >= 0) {
            return false;
        }
        Instant earliest = junior.at().isBefore(at) ? junior.at() : at;
        Instant latest = junior.at().isBefore(at) ? at : junior.at();
        List<Instant> starts = new ArrayList<>(List.of(earliest));
        mails.stream()
                .map(Mailing::at)
                .filter(start -> !start.isAfter(earliest) && start.plus(WEEK).isAfter(latest))
                .forEach(starts::add);
        return starts.stream().anyMatch(start -> within(mails, start) + 1 > rules.maxPerWeek());
    }

    private static long within(List<Mailing> mails, Instant start) {
        return mails.stream()
                .filter(mail -> !mail.at().isBefore(start) && mail.at().isBefore(start.plus(WEEK)))
                .count();
    }
}
