package org.personalize.plan;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
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
 * @param heldBack those of the held whom nothing but a brake or a held domain keeps back
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
        long heldBack,
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

    /** Before anything was rendered or sent; whom an error held before is tried again. */
    public static Counts of(Planning planning, Plan plan) {
        Tally tally = new Tally(planning.now());
        Promises promises = planning.promises();
        for (int person = 0; person < plan.size(); person++) {
            Decision decision = plan.decision(person);
            boolean isKept = decision.status() == Decision.Status.PLANNED && promises.isMade(person);
            Fate fate = isKept ? promises.fate(person) : Fate.OPEN;
            if (promises.isHeldBack(person) && fate.isOpen()) {
                tally.holdBack(decision);
            } else {
                tally.add(decision, fate == Fate.HELD ? Fate.OPEN : fate);
            }
        }
        promises.departed().forEach(tally::add);
        Audience.Counts rows = planning.audience().counts();
        return new Counts(
                planning.campaign().name(),
                rows.read(),
                tally.gone,
                rows.duplicates(),
                rows.putAside(),
                tally.skipped,
                tally.noMail,
                tally.planned(),
                tally.plainMail,
                0,
                tally.waiting,
                tally.due,
                tally.of(Fate.ACCEPTED),
                tally.of(Fate.DEFERRED),
                tally.of(Fate.REFUSED),
                tally.of(Fate.DOUBTFUL),
                tally.of(Fate.EXPIRED),
                tally.of(Fate.HELD),
                tally.heldBack,
                plan.warnings());
    }

    /** The same, with more to say beside it. */
    public Counts withWarnings(List<String> more) {
        List<String> all = new ArrayList<>(more);
        all.addAll(warnings);
        return afterRendering(rendered, 0, 0, 0, all);
    }

    /** After everybody was rendered, and some were held for an error of their own. */
    public Counts afterRendering(
            long mails, long heldOfWaiting, long heldOfDue, long heldOfHeldBack, List<String> allWarnings) {
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
                heldBack - heldOfHeldBack,
                allWarnings);
    }

    /** Those whose own mail has an error. */
    public long heldByError() {
        return held - heldBack;
    }

    /** Writes the counts as fields of the object that is open. */
    public void write(Json json) throws IOException {
        writeNumbers(json);
        json.name("warnings").array();
        for (String warning : warnings) {
            json.text(warning);
        }
        json.end();
    }

    /** Without what is told beside them: a plan that is written twice says less the second time, and is the same. */
    void writeNumbers(Json json) throws IOException {
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
    }

    /** Counts decisions one by one. */
    private static final class Tally {

        private final Instant now;
        private final Map<Reason, Long> skipped = new EnumMap<>(Reason.class);
        private final Map<Fate, Long> fates = new EnumMap<>(Fate.class);
        private long gone;
        private long noMail;
        private long plainMail;
        private long waiting;
        private long due;
        private long heldBack;

        Tally(Instant now) {
            this.now = now;
        }

        long of(Fate fate) {
            return fates.getOrDefault(fate, 0L);
        }

        long planned() {
            return waiting
                    + due
                    + fates.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Whom a brake keeps back waits for its end, whenever their moment is. */
        void holdBack(Decision decision) {
            heldBack += decision.status() == Decision.Status.PLANNED ? 1 : 0;
            add(decision, Fate.HELD);
        }

        void add(Decision decision, Fate fate) {
            switch (decision.status()) {
                case SKIPPED -> skipped.merge(Objects.requireNonNull(decision.reason()), 1L, Long::sum);
                case NO_MAIL -> noMail++;
                case PLANNED -> {
                    plainMail += decision.group() == Decision.Group.PLAIN_MAIL ? 1 : 0;
                    boolean isWaiting =
                            Objects.requireNonNull(decision.sendAt()).isAfter(now);
                    if (fate != Fate.OPEN) {
                        fates.merge(fate, 1L, Long::sum);
                    } else if (isWaiting) {
                        waiting++;
                    } else {
                        due++;
                    }
                }
            }
        }

        /** Whoever has left the file and was not mailed is taken back, so that no open fate is left among them. */
        void add(Promises.Departed departed, long people) {
            gone += people;
            switch (departed.status()) {
                case SKIPPED -> skipped.merge(Objects.requireNonNull(departed.reason()), people, Long::sum);
                case NO_MAIL -> noMail += people;
                case PLANNED -> {
                    plainMail += departed.isPlainMail() ? people : 0;
                    fates.merge(departed.fate(), people, Long::sum);
                }
            }
        }
    }
}
