package org.personalize.run;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.personalize.audience.Audience;
import org.personalize.campaign.Campaign;
import org.personalize.catalog.Catalog;
import org.personalize.ledger.Brake;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Promise;
import org.personalize.ledger.Row;
import org.personalize.ledger.State;
import org.personalize.plan.Decision;
import org.personalize.plan.Fate;
import org.personalize.plan.Promises;
import org.personalize.plan.Reason;

/**
 * The ledger's rows of one edition, joined with the people of the customer file. Who was skipped may be promised a mail
 * again, unless the campaign was cancelled; such rows are left out.
 */
final class KeptPromises implements Promises {

    private static final int HOUR_SECONDS = 3600;

    private final Audience audience;
    private final MailParts parts;
    private final KeptSlots slots;
    private final Keeping.Rule rule;
    private final OwnRows own;
    private final Brake brake;
    private final Set<String> heldDomains;
    private final List<KeptPromise> kept = new ArrayList<>();
    private final int[] placeOf;
    private final Departures departures = new Departures();
    private final BitSet skippedBefore = new BitSet();
    private final BitSet freed = new BitSet();
    private final BitSet freedAndMoved = new BitSet();
    private final KnownAs knownAs;
    private final Map<Long, Integer> byHour = new HashMap<>();
    private final Map<String, String> variants = new HashMap<>();
    private final Outgrown outgrown = new Outgrown();

    private KeptPromises(
            Audience audience,
            Catalog catalog,
            MailParts parts,
            Keeping.Rule rule,
            OwnRows own,
            Brake brake,
            Set<String> heldDomains) {
        this.audience = audience;
        knownAs = new KnownAs(audience);
        this.parts = parts;
        slots = new KeptSlots(catalog, parts.slots());
        this.rule = rule;
        this.own = own;
        this.brake = brake;
        this.heldDomains = heldDomains;
        placeOf = new int[audience.size()];
        Arrays.fill(placeOf, -1);
    }

    /** @param rule which promises are decided anew */
    static KeptPromises of(
            Ledger ledger, Edition edition, Audience audience, Catalog catalog, Campaign campaign, Keeping.Rule rule)
            throws IOException {
        var own = new OwnRows(audience);
        Brake brake = ledger.brake(campaign.name());
        Set<String> heldDomains = ledger.heldDomains(campaign.name()).keySet();
        KeptPromises promises;
        do {
            promises = new KeptPromises(audience, catalog, MailParts.of(campaign), rule, own, brake, heldDomains);
            ledger.rows(edition, promises::take);
        } while (own.settle(ledger, edition));
        return promises;
    }

    /** Where there is no ledger. */
    static KeptPromises none(Audience audience) {
        var nothing = new MailParts(Set.of(), List.of());
        return new KeptPromises(
                audience, Catalog.empty(), nothing, (person, row) -> true, new OwnRows(audience), Brake.OFF, Set.of());
    }

    private void take(Row row) {
        int person = own.personOf(row);
        if (person < 0) {
            depart(row);
        } else {
            knownAs.note(person, row.promise().customerId());
            if (row.state() == State.SKIPPED && row.reason() != Reason.WITHDRAWN) {
                skippedBefore.set(person);
            } else if (!rule.stands(person, row)) {
                freed.set(person);
                freedAndMoved.set(person, !knownAs.isAt(person, row.promise().mailbox()));
            } else {
                keep(person, row);
            }
        }
    }

    private void keep(int person, Row row) {
        Promise promise = row.promise();
        boolean isAhead = KeptPromise.isAhead(row);
        boolean isOutgrown = isAhead && !parts.suit(promise);
        if (isOutgrown) {
            outgrown.take(promise, parts);
        }
        boolean hasMoved = !knownAs.isAt(person, promise.mailbox());
        if (hasMoved && row.state().isFinal()) {
            knownAs.noteElsewhere(promise.mailbox());
        }
        placeOf[person] = kept.size();
        kept.add(KeptPromise.of(
                row,
                variants.computeIfAbsent(promise.variant(), name -> name),
                slots.add(promise.slots()),
                hasMoved,
                isOutgrown));
        if (isAhead) {
            byHour.merge(Math.floorDiv(promise.sendAt().getEpochSecond(), HOUR_SECONDS), 1, Integer::sum);
        }
    }

    private void depart(Row row) {
        departures.take(row, row.state().fate());
        if (row.state().isFinal()) {
            knownAs.noteElsewhere(row.promise().mailbox());
        }
    }

    /** People with an open promise who have left the file. */
    List<String> leavers() {
        return departures.leavers();
    }

    /** Under which id the ledger knows somebody once it agrees with the files: the file's, unless their mail is over. */
    String ledgerId(int person) {
        boolean isOver = isMade(person) && !fate(person).isOpen();
        return isOver ? formerId(person) : audience.customer(person).id();
    }

    /** Under which id the ledger has known somebody so far. */
    String formerId(int person) {
        return knownAs.id(person);
    }

    /** Whether a mail that has not gone out is in the ledger under another id or to another mailbox than the file's. */
    boolean isReaddressed(int person) {
        return hasMoved(person) || knownAs.hasOtherId(person);
    }

    /** Whether a promise is this person's, as both the ledger and the file have them. */
    boolean isTheirs(int person, Promise promise) {
        return ledgerId(person).equals(promise.customerId()) && knownAs.isAt(person, promise.mailbox());
    }

    /** Whether a promise was taken back before, for a reason that may be over. */
    boolean wasSkipped(int person) {
        return skippedBefore.get(person);
    }

    /** Whether a promise that was never tried is decided anew. */
    boolean isFreed(int person) {
        return freed.get(person);
    }

    /** What to tell of promises that are decided anew although nobody asked for it. */
    Optional<String> newMoments() {
        return freed.isEmpty()
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%,d mails were promised for moments that are no longer permitted where people live;"
                                + " they are decided anew.",
                        freed.cardinality()));
    }

    /** Whether nobody has a row in the ledger. */
    boolean areNone() {
        return freed.isEmpty() && kept.isEmpty() && departures.size() == 0 && skippedBefore.isEmpty();
    }

    /** How many people with a row in the ledger have left the file. */
    long gone() {
        return departures.size();
    }

    /** Whether the mail of this person was held for an error of its own. */
    boolean isHeld(int person) {
        return isMade(person) && of(person).state() == State.HELD;
    }

    /** Whether the file has another mailbox for this person than the promise. */
    boolean hasMoved(int person) {
        return freedAndMoved.get(person) || (isMade(person) && of(person).hasMoved());
    }

    @Override
    public boolean isMade(int person) {
        return placeOf[person] >= 0;
    }

    @Override
    public Fate fate(int person) {
        return of(person).state().fate();
    }

    @Override
    public Decision decision(int person) {
        return of(person).decision(person, slots);
    }

    @Override
    public boolean isVariantOpen(int person) {
        return of(person).isVariantOpen();
    }

    /** Whether the campaign was changed so that no mail can be made of what was promised and has not gone out. */
    boolean isOutgrown(int person) {
        return isMade(person) && of(person).isOutgrown();
    }

    /** What to tell of promises that are kept in part only. */
    List<String> notices() {
        return outgrown.notices();
    }

    @Override
    public boolean hasLostVariant(int person) {
        KeptPromise one = of(person);
        return one.isOutgrown() && !parts.hasVariant(one.variant());
    }

    @Override
    public Set<String> newSlots(int person) {
        KeptPromise one = of(person);
        return one.isOutgrown() ? slots.unknownAt(one.slots()) : Set.of();
    }

    @Override
    public boolean isElsewhere(int person) {
        return knownAs.isElsewhere(person);
    }

    @Override
    public boolean areWithdrawn() {
        return brake == Brake.CANCELLED;
    }

    @Override
    public boolean isHeldBack(int person) {
        return !isInHand(person) && (brake == Brake.PAUSED || brake == Brake.STOPPED || isDomainHeld(person));
    }

    private boolean isInHand(int person) {
        State state = isMade(person) ? of(person).state() : State.PLANNED;
        return state == State.CLAIMED || state == State.FINISHING;
    }

    private boolean isDomainHeld(int person) {
        return !heldDomains.isEmpty()
                && heldDomains.contains(
                        KnownAs.mailbox(audience.customer(person)).domain());
    }

    @Override
    public Map<Departed, Long> departed() {
        return departures.counts();
    }

    @Override
    public int in(Instant hour) {
        return byHour.getOrDefault(Math.floorDiv(hour.getEpochSecond(), HOUR_SECONDS), 0);
    }

    private KeptPromise of(int person) {
        return kept.get(placeOf[person]);
    }
}
