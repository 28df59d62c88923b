package org.personalize.run;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.personalize.audience.Audience;
import org.personalize.audience.Customer;
import org.personalize.ledger.Census;
import org.personalize.ledger.Change;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Promise;
import org.personalize.plan.Counts;
import org.personalize.plan.Decision;
import org.personalize.plan.Decision.Status;
import org.personalize.plan.Displacement;
import org.personalize.plan.OpenHours;
import org.personalize.plan.OpenHours.Stretch;
import org.personalize.plan.Plan;
import org.personalize.plan.Reason;

/** Brings a plan into the ledger: new promises, and what the files of today say about the old ones. */
final class Revision {

    /** A chance is kept in memory with the precision of a float. */
    private static final double SAME_CHANCE = 1e-6;

    private final Material material;
    private final KeptPromises promises;
    private final Plan plan;
    private final OpenHours hours;
    private final Displacement displacement;
    private final StopSignal stop;
    private final Instant now;

    private Revision(Material material, Plan plan, Request request) {
        this.material = material;
        this.plan = plan;
        stop = request.stop();
        now = request.now();
        promises = material.promises();
        displacement = new Displacement(material.planning());
        hours = new OpenHours(material.campaign().schedule(), material.occurrence());
    }

    /** Writes it all or, where it is told to stop, nothing. */
    static void write(Material material, Plan plan, Ledger ledger, Request request) throws IOException {
        var revision = new Revision(material, plan, request);
        Instant now = request.now();
        Census census = revision.census();
        List<String> doubles = ledger.revise(material.edition(), revision::changes, census, now);
        if (!doubles.isEmpty()) {
            // Their mailbox has its mail under another customer: for the mailbox it would be the second one.
            Map<Reason, Long> skipped = new LinkedHashMap<>(census.skipped());
            skipped.merge(Reason.REPEAT_AFTER, (long) doubles.size(), Long::sum);
            var whole = new Census(census.read(), census.gone(), census.duplicates(), census.putAside(), skipped);
            ledger.revise(material.edition(), List.of(), whole, now);
        }
    }

    /** Where the rows went that have no row in the ledger. */
    private Census census() {
        Counts counts = Counts.of(material.planning(), plan);
        Map<Reason, Long> skipped = new LinkedHashMap<>();
        for (int person = 0; person < plan.size(); person++) {
            Decision decision = plan.decision(person);
            if (decision.status() == Status.SKIPPED && !hasRow(person)) {
                skipped.merge(Objects.requireNonNull(decision.reason()), 1L, Long::sum);
            }
        }
        return new Census(counts.read(), counts.gone(), counts.duplicates(), counts.putAside(), skipped);
    }

    private boolean hasRow(int person) {
        return promises.isMade(person) || promises.wasSkipped(person) || promises.isFreed(person);
    }

    private Iterator<Change> changes() {
        Stream<Change> gone = promises.leavers().stream().map(id -> new Change.TakenBack(id, Reason.NOT_IN_AUDIENCE));
        Stream<Change> moving = IntStream.range(0, plan.size())
                .filter(promises::hasMoved)
                .mapToObj(person -> new Change.Moving(promises.formerId(person)));
        Stream<Change> here = IntStream.range(0, plan.size()).boxed().flatMap(person -> changes(person).stream());
        return Stream.concat(Stream.concat(gone, moving), here).iterator();
    }

    private List<Change> changes(int person) {
        stop.obey();
        Decision decision = plan.decision(person);
        if (promises.isMade(person)) {
            return promises.fate(person).isOpen() ? ofPromised(person, decision) : List.of();
        }
        if (promises.isFreed(person)) {
            return ofFreed(person, decision);
        }
        return switch (decision.status()) {
            case PLANNED -> withDisplaced(new Change.Promised(promise(person, decision)));
            case NO_MAIL -> List.of(new Change.KeptBack(promise(person, decision)));
            case SKIPPED -> promises.wasSkipped(person) ? List.of(takenBack(person, decision)) : List.of();
        };
    }

    /** Promised before and never tried: what is decided now counts. */
    private List<Change> ofFreed(int person, Decision decision) {
        if (decision.status() == Status.SKIPPED) {
            return List.of(takenBack(person, decision));
        }
        List<Change> changes = new ArrayList<>();
        if (promises.isReaddressed(person)) {
            changes.add(readdressed(person));
        }
        boolean isKeptBack = decision.status() == Status.NO_MAIL;
        var again = new Change.Replanned(promise(person, decision), isKeptBack);
        changes.addAll(isKeptBack ? List.of(again) : withDisplaced(again));
        return changes;
    }

    /** A promise, and before it the promises of others that it cannot stand beside. */
    private List<Change> withDisplaced(Change change) {
        Promise promise =
                change instanceof Change.Replanned again ? again.promise() : ((Change.Promised) change).promise();
        List<Change> changes = new ArrayList<>();
        for (var mailing : displacement.by(promise.customerId(), promise.sendAt())) {
            var edition = new Edition(mailing.campaign(), mailing.occurrence());
            changes.add(new Change.Displaced(edition, promise.customerId()));
        }
        changes.add(change);
        return changes;
    }

    private Change readdressed(int person) {
        Customer customer = material.audience().customer(person);
        return new Change.Readdressed(promises.formerId(person), customer.id(), KnownAs.mailbox(customer));
    }

    private List<Change> ofPromised(int person, Decision decision) {
        List<Change> changes = new ArrayList<>();
        if (decision.status() == Status.SKIPPED) {
            changes.add(takenBack(person, decision));
        } else {
            if (promises.isReaddressed(person)) {
                changes.add(readdressed(person));
            }
            if (promises.isOutgrown(person)) {
                changes.add(refitted(person, decision));
            } else if (isRedrawn(person, decision)) {
                String variant = Objects.requireNonNull(decision.variant());
                changes.add(new Change.Redrawn(promises.ledgerId(person), variant, decision.variantChance()));
            }
            if (promises.isHeld(person)) {
                changes.add(new Change.TriedAgain(promises.ledgerId(person)));
            }
        }
        return changes;
    }

    private Change refitted(int person, Decision decision) {
        return new Change.Refitted(
                promises.ledgerId(person),
                Objects.requireNonNull(decision.variant()),
                decision.variantChance(),
                material.shown(decision));
    }

    /** Whether the campaign has learned meanwhile, and the lot falls into another share or into one of another size. */
    private boolean isRedrawn(int person, Decision decision) {
        if (!material.campaign().split().learns() || !promises.isVariantOpen(person)) {
            return false;
        }
        Decision promised = promises.decision(person);
        return !Objects.equals(promised.variant(), decision.variant())
                || Math.abs(promised.variantChance() - decision.variantChance()) > SAME_CHANCE;
    }

    private Change takenBack(int person, Decision decision) {
        return new Change.TakenBack(promises.formerId(person), Objects.requireNonNull(decision.reason()));
    }

    private Promise promise(int person, Decision decision) {
        Audience audience = material.audience();
        Customer customer = audience.customer(person);
        Instant wanted = decision.sendAt() == null ? now : decision.sendAt();
        Stretch stretch = hours.from(wanted, customer.zone()).orElse(new Stretch(wanted, wanted.plusSeconds(1)));
        // A plan from a file may be older than the rules by which clocks go now. Without a schedule its moment is that
        // of the
        // run that made it, and stays so, or the ledger would contradict the file from then on.
        boolean isTimed = material.campaign().schedule().isGiven();
        Instant sendAt = isTimed && stretch.opens().isAfter(wanted) ? stretch.opens() : wanted;
        return new Promise(
                promises.ledgerId(person),
                KnownAs.mailbox(customer),
                customer.zone(),
                sendAt,
                Lateness.closes(material.campaign().schedule(), sendAt, stretch),
                decision.variant() == null ? "" : decision.variant(),
                decision.variantChance(),
                decision.hourChance(),
                decision.group(),
                material.shown(decision));
    }
}
