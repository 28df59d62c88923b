package org.personalize.plan;

import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.personalize.audience.Audience;

/**
 * Where everybody of the customer file is, each mailbox once. The sums hold, or there is no such object.
 *
 * @param gone people in the ledger who left the file
 * @param skipped only reasons that occur, in the order of the reasons
 * @param plainMail how many of the planned are in the plain-mail group
 * @param rendered how many mails were made in this run
 * @param waiting their moment is not yet
 * @param due their moment has come
 */
public record Counts(
        String campaign,
        long read,
        long gone,
        long duplicates,
        long putAside,
        Map<Reason, Long> skipped,
        long noMail,
        long planned,
        long plainMail,
        long rendered,
        long waiting,
        long due,
        long accepted,
        long deferred,
        long refused,
        long doubtful,
        long expired,
        long held,
        List<String> warnings) {

    public Counts {
        Map<Reason, Long> ordered = new EnumMap<>(Reason.class);
        ordered.putAll(skipped);
        skipped = Collections.unmodifiableMap(ordered);
        warnings = List.copyOf(warnings);
        long skippedInAll = skipped.values().stream().mapToLong(Long::longValue).sum();
        require(read + gone, duplicates + putAside + skippedInAll + noMail + planned, "people");
        require(planned, waiting + due + accepted + deferred + refused + doubtful + expired + held, "planned people");
        if (plainMail > planned) {
            throw new IllegalStateException(plainMail + " plain mails among " + planned + " planned");
        }
    }

    private static void require(long whole, long parts, String what) {
        if (whole != parts) {
            throw new IllegalStateException(whole + " " + what + ", but their states sum up to " + parts);
        }
    }

    /** Before anything was rendered or sent. */
    public static Counts of(Planning planning, Plan plan) {
        Tally tally = new Tally(planning.now());
        for (int person = 0; person < plan.size(); person++) {
            tally.add(plan.decision(person));
        }
        Audience.Counts rows = planning.audience().counts();
        return new Counts(
                planning.campaign().name(),
                rows.read(),
                0,
                rows.duplicates(),
                rows.putAside(),
                tally.skipped,
                tally.noMail,
                tally.waiting + tally.due,
                tally.plainMail,
                0,
                tally.waiting,
                tally.due,
                0,
                0,
                0,
                0,
                0,
                0,
                plan.warnings());
    }

    /** The same, with more to say beside it. */
    public Counts withWarnings(List<String> more) {
        List<String> all = new java.util.ArrayList<>(more);
        all.addAll(warnings);
        return new Counts(
                campaign,
                read,
                gone,
                duplicates,
                putAside,
                skipped,
                noMail,
                planned,
                plainMail,
                rendered,
                waiting,
                due,
                accepted,
                deferred,
                refused,
                doubtful,
                expired,
                held,
                all);
    }

    /** After everybody was rendered, and some were held for an error of their own. */
    public Counts afterRendering(long mails, long heldOfWaiting, long heldOfDue, List<String> allWarnings) {
        return new Counts(
                campaign,
                read,
                gone,
                duplicates,
                putAside,
                skipped,
                noMail,
                planned,
                plainMail,
                mails,
                waiting - heldOfWaiting,
                due - heldOfDue,
                accepted,
                deferred,
                refused,
                doubtful,
                expired,
                held + heldOfWaiting + heldOfDue,
                allWarnings);
    }

    /** Writes the counts as fields of the object that is open. */
    public void write(Json json) throws IOException {
        json.field("campaign", campaign)
                .field("read", read)
                .field("gone", gone)
                .field("duplicates", duplicates)
                .field("put_aside", putAside);
        json.name("skipped").object();
        for (var reason : skipped.entrySet()) {
            json.field(reason.getKey().word(), reason.getValue());
        }
        json.end()
                .field("no_mail", noMail)
                .field("planned", planned)
                .field("plain_mail", plainMail)
                .field("rendered", rendered)
                .field("waiting", waiting)
                .field("due", due)
                .field("accepted", accepted)
                .field("deferred", deferred)
                .field("refused", refused)
                .field("doubtful", doubtful)
                .field("expired", expired)
                .field("held", held);
        json.name("warnings").array();
        for (String warning : warnings) {
            json.text(warning);
        }
        json.end();
    }

    /** Counts decisions one by one. */
    private static final class Tally {

        private final Instant now;
        private final Map<Reason, Long> skipped = new EnumMap<>(Reason.class);
        private long noMail;
        private long plainMail;
        private long waiting;
        private long due;

        Tally(Instant now) {
            this.now = now;
        }

        void add(Decision decision) {
            switch (decision.status()) {
                case SKIPPED -> skipped.merge(Objects.requireNonNull(decision.reason()), 1L, Long::sum);
                case NO_MAIL -> noMail++;
                case PLANNED -> {
                    plainMail += decision.group() == Decision.Group.PLAIN_MAIL ? 1 : 0;
                    boolean isWaiting =
                            Objects.requireNonNull(decision.sendAt()).isAfter(now);
                    waiting += isWaiting ? 1 : 0;
                    due += isWaiting ? 0 : 1;
                }
            }
        }
    }
}
