package org.personalize.plan;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign;
import org.personalize.plan.Decision.Choice;
import org.personalize.plan.Decision.Group;
import org.personalize.plan.Decision.Status;

/** A finished draft and the chosen items, put together into decisions when somebody asks. */
final class CompactPlan implements Plan {

    private final Campaign campaign;
    private final Promises promises;
    private final VariantShares variants;
    private final Draft draft;
    private final Picks[] picks;
    private final List<String> warnings;
    private final @Nullable Sharing sharing;
    private final @Nullable Instant nextTurn;

    CompactPlan(
            Planning planning,
            Draft draft,
            Picks[] picks,
            List<String> warnings,
            @Nullable Sharing sharing,
            @Nullable Instant nextTurn) {
        campaign = planning.campaign();
        promises = planning.promises();
        variants = planning.variants();
        this.draft = draft;
        this.picks = picks;
        this.warnings = warnings;
        this.sharing = sharing;
        this.nextTurn = nextTurn;
    }

    @Override
    public int size() {
        return draft.size();
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }

    @Override
    public Optional<Sharing> sharing() {
        return Optional.ofNullable(sharing);
    }

    @Override
    public Optional<Instant> nextTurn() {
        return Optional.ofNullable(nextTurn);
    }

    @Override
    public Decision decision(int person) {
        if (draft.isKept(person)) {
            return kept(person);
        }
        if (draft.isPlanned(person)) {
            return planned(person);
        }
        boolean isLeftOut = draft.isLeftOut(person);
        return new Decision(
                person,
                isLeftOut ? Status.NO_MAIL : Status.SKIPPED,
                isLeftOut ? null : draft.reason(person),
                null,
                1,
                null,
                1,
                isLeftOut ? Group.NO_MAIL : Group.NONE,
                Map.of());
    }

    private Decision kept(int person) {
        Decision promised = promises.decision(person);
        Decision mail = draft.isRedrawn(person) ? redrawn(person, promised) : promised;
        return draft.isRefilled(person) ? mail.with(slots(person)) : mail;
    }

    private Decision redrawn(int person, Decision promised) {
        int variant = draft.variant(person);
        return promised.with(campaign.variant(variant), chance(person));
    }

    /** Everybody's plain mail has the first variant. */
    private double chance(int person) {
        return draft.isPlain(person) ? 1 : variants.of(draft.variant(person));
    }

    private Decision planned(int person) {
        int variant = draft.variant(person);
        return new Decision(
                person,
                Status.PLANNED,
                null,
                Instant.ofEpochSecond(draft.sendAt(person)),
                draft.hourChance(person),
                campaign.variant(variant),
                chance(person),
                draft.isInPlainGroup(person) ? Group.PLAIN_MAIL : Group.NONE,
                slots(person));
    }

    private Map<String, List<Choice>> slots(int person) {
        Map<String, List<Choice>> slots = new LinkedHashMap<>();
        Picks page = picks[person / Chunks.PEOPLE];
        for (int slot = 0; slot < campaign.slots().size(); slot++) {
            slots.put(campaign.slots().get(slot).name(), page.of(person % Chunks.PEOPLE, slot));
        }
        return Collections.unmodifiableMap(slots);
    }
}
