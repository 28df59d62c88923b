package org.personalize.run;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** What the files say and the ledger does not know yet, by reason, mailbox and person. */
    private final Map<String, Suppression> told = new LinkedHashMap<>();

    /** Unsubscriptions that stood in a file once. */
    private final List<Suppression> kept = new ArrayList<>();

    private final Owners owners;

    private Suppressed(Customers audience) {
        this.audience = audience;
        owners = new Owners(audience);
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
                Instant since = isDated ? Instant.ofEpochSecond(second) : now;
                String mailbox = mailbox(person).foldedKey();
                Reason reason = Reason.valueOf(standing.name());
                for (String id : isPersonal(person, standing) ? owners.of(person) : List.of(Suppression.NOBODY)) {
                    var one = new Suppression(mailbox, id, reason, since, FILES, null);
                    told.put(key(one), one);
                }
            }
        }
    }

    /** Whoever leaves a domain that is not written to may be written to. */
    private boolean isPersonal(int person, Standing standing) {
        return standing == Standing.SUPPRESSED
                ? audience.suppressions().isListed(person)
                : Suppression.isPersonal(Reason.valueOf(standing.name()));
    }

    private Mailbox mailbox(int person) {
        return Mailbox.read(audience.customer(person).email()).orElseThrow();
    }

    private static String key(Suppression one) {
        return one.reason() + " " + one.mailbox() + " " + one.customer();
    }

    private void hear(Suppression one) {
        if (one.source().equals(FILES)) {
            forgetKnown(one);
        }
        if (one.liftedAt() == null) {
            Suppressions marks = audience.suppressions();
            owners.meant(one).forEach(person -> mark(marks, person, one));
            if (one.source().equals(FILES) && one.reason() == Reason.UNSUBSCRIBED) {
                kept.add(one);
            }
        }
        owners.hear(one, one.source().equals(FILES) && one.reason() == Reason.SUPPRESSED);
    }

    /** What somebody has taken back since it was said stays so, for the person as for the mailbox, until it is said anew. */
    private void forgetKnown(Suppression one) {
        told.values().removeIf(same -> isKnown(same, one) && !isAnew(same, one));
    }

    private static boolean isKnown(Suppression same, Suppression one) {
        boolean isOfMailbox = same.mailbox().equals(one.mailbox());
        boolean isOfPerson = same.customer().equals(one.customer());
        boolean isTakenBack = one.liftedAt() != null;
        return same.reason() == one.reason()
                && (isOfMailbox && isOfPerson
                        || isTakenBack && isOfMailbox && one.customer().isEmpty()
                        || isTakenBack && isOfPerson && !one.customer().isEmpty());
    }

    private boolean isAnew(Suppression same, Suppression one) {
        return one.reason() == Reason.UNSUBSCRIBED
                && !isUndated(same)
                && same.since().isAfter(one.since());
    }

    private boolean isUndated(Suppression unsubscribed) {
        return audience.everybodyAt(unsubscribed.mailbox()).stream()
                .anyMatch(person -> audience.suppressions().unsubscribedAt(person) == Suppressions.UNDATED);
    }

    /** Writes down what is new, so that no later file need say it again; and what a later subscription has lifted. */
    void keep(Ledger ledger, Instant now) throws IOException {
        List<Suppression> lifted = kept.stream().filter(this::isLifted).toList();
        List<Suppression> fresh = new ArrayList<>(told.values());
        fresh.addAll(owners.found());
        if (!fresh.isEmpty() || !lifted.isEmpty()) {
            ledger.keep(fresh, lifted, now);
        }
    }

    private boolean isLifted(Suppression unsubscribed) {
        Set<Integer> people = owners.meant(unsubscribed);
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
