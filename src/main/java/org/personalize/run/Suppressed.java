package org.personalize.run;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.personalize.audience.Customers;
import org.personalize.audience.Mailbox;
import org.personalize.audience.Standing;
import org.personalize.audience.Suppressions;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Suppression;
import org.personalize.plan.Reason;

/**
 * Who must not be written to: what the files say, and what the ledger knows. A nightly file is soon replaced by the next,
 * which need not say it again; so what files say is kept in the ledger, once for every time that somebody said it.
 */
final class Suppressed {

    /** The source of what stood in a file. */
    private static final String FILES = "files";

    private final Customers audience;

    /** What the files say and the ledger does not know yet, by mailbox and reason. */
    private final Map<String, Suppression> told = new LinkedHashMap<>();

    /** Unsubscriptions that stood in a file once. */
    private final List<Suppression> kept = new ArrayList<>();

    private Suppressed(Customers audience) {
        this.audience = audience;
    }

    /** Brings the ledger's list before the people of the customer file. */
    static Suppressed of(Customers audience, Ledger ledger, Instant now) throws IOException {
        var suppressed = new Suppressed(audience);
        suppressed.hearFiles(now);
        ledger.suppressions(suppressed::hear);
        return suppressed;
    }

    private void hearFiles(Instant now) {
        for (int person = 0; person < audience.size(); person++) {
            Standing standing = audience.standing(person);
            if (standing != Standing.MAY_BE_MAILED && standing != Standing.NO_CONSENT) {
                long second = audience.suppressions().unsubscribedAt(person);
                boolean isDated = standing == Standing.UNSUBSCRIBED && second != Suppressions.UNDATED;
                var one = new Suppression(
                        mailbox(person).foldedKey(),
                        Reason.valueOf(standing.name()),
                        isDated ? Instant.ofEpochSecond(second) : now,
                        FILES,
                        null);
                told.put(key(one), one);
            }
        }
    }

    private Mailbox mailbox(int person) {
        return Mailbox.read(audience.customer(person).email()).orElseThrow();
    }

    private static String key(Suppression one) {
        return one.reason() + " " + one.mailbox();
    }

    private void hear(Suppression one) {
        if (one.source().equals(FILES)) {
            forgetKnown(one);
        }
        if (one.liftedAt() == null) {
            Suppressions marks = audience.suppressions();
            audience.everybodyAt(one.mailbox()).forEach(person -> mark(marks, person, one));
            if (one.source().equals(FILES) && one.reason() == Reason.UNSUBSCRIBED) {
                kept.add(one);
            }
        }
    }

    /** What somebody has taken back since it was said stays so, until it is said anew. */
    private void forgetKnown(Suppression one) {
        Suppression same = told.get(key(one));
        boolean isAnew = same != null
                && one.reason() == Reason.UNSUBSCRIBED
                && !isUndated(same)
                && same.since().isAfter(one.since());
        if (!isAnew) {
            told.remove(key(one));
        }
    }

    private boolean isUndated(Suppression unsubscribed) {
        return audience.everybodyAt(unsubscribed.mailbox()).stream()
                .anyMatch(person -> audience.suppressions().unsubscribedAt(person) == Suppressions.UNDATED);
    }

    /** Writes down what is new, so that no later file need say it again; and what a later subscription has lifted. */
    void keep(Ledger ledger, Instant now) throws IOException {
        List<Suppression> lifted = kept.stream().filter(this::isLifted).toList();
        if (!told.isEmpty() || !lifted.isEmpty()) {
            ledger.keep(List.copyOf(told.values()), lifted, now);
        }
    }

    private boolean isLifted(Suppression unsubscribed) {
        List<Integer> people = audience.everybodyAt(unsubscribed.mailbox());
        return !people.isEmpty()
                && people.stream().noneMatch(person -> audience.standing(person) == Standing.UNSUBSCRIBED);
    }

    private static void mark(Suppressions marks, int person, Suppression one) {
        switch (one.reason()) {
            case UNSUBSCRIBED -> marks.unsubscribed(person, one.since().getEpochSecond());
            case COMPLAINED -> marks.complained(person);
            case BOUNCED -> marks.bouncedHard(person);
            case SUPPRESSED,
                    NO_CONSENT,
                    NOT_IN_AUDIENCE,
                    REPEAT_AFTER,
                    QUIET_DAYS,
                    MAX_PER_WEEK,
                    PRIORITY,
                    NO_HOUR,
                    NO_CAPACITY,
                    WITHDRAWN,
                    NOT_SELECTED -> marks.suppressed(person);
        }
    }
}
