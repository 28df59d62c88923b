package org.personalize.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.personalize.campaign.Slot.Otherwise;

/** Fills the slots of all whom a draft mails, in portions of people at once, and strikes out whom a slot skips. */
final class Packing {

    private final Planning planning;
    private final Draft draft;
    private final Notices notices;
    private final Stock stock;
    private final List<SlotRules> rules;
    private final boolean maySkip;

    Packing(Planning planning, Draft draft, Notices notices) {
        this.planning = planning;
        this.draft = draft;
        this.notices = notices;
        stock = new Stock(planning.catalog(), planning.now());
        rules = planning.campaign().slots().stream()
                .map(slot -> SlotRules.of(slot, stock, planning, notices))
                .toList();
        maySkip = rules.stream().anyMatch(rule -> rule.slot().otherwise() == Otherwise.SKIP_PERSON);
    }

    /** Whether somebody may turn out not to be mailed, for want of items. */
    boolean maySkip() {
        return maySkip;
    }

    /** @return the picks of each portion */
    Picks[] ofEverybody() {
        probe();
        Picks[] picks = new Picks[Chunks.count(draft.size())];
        Chunks.each(draft.size(), (chunk, from, to) -> picks[chunk] = picks(from, to, person -> true));
        return picks;
    }

    /** @return the same, with nothing for anybody else */
    Picks[] of(int person) {
        int chunk = person / Chunks.PEOPLE;
        int from = chunk * Chunks.PEOPLE;
        Picks[] picks = new Picks[Chunks.count(draft.size())];
        picks[chunk] = picks(from, Math.min(draft.size(), from + Chunks.PEOPLE), other -> other == person);
        return picks;
    }

    private Picks picks(int from, int to, IntPredicate isAsked) {
        var filling = new Filling(planning, stock, rules, notices);
        var picks = new Picks(to - from, rules.size());
        for (int person = from; person < to; person++) {
            if (isAsked.test(person)) {
                fill(person, filling, picks);
            } else {
                picks.leaveEmpty(person % Chunks.PEOPLE);
            }
        }
        picks.trim();
        return picks;
    }

    private void fill(int person, Filling filling, Picks picks) {
        int place = person % Chunks.PEOPLE;
        boolean isMailed = draft.isPlanned(person) || draft.isRefilled(person);
        boolean isJudged = isMailed || (maySkip && draft.isLeftOut(person));
        if (!isJudged) {
            picks.leaveEmpty(place);
        } else if (!filling.fill(mail(person), picks)) {
            draft.skip(person, Reason.NOT_IN_AUDIENCE);
            picks.leaveEmpty(place);
        } else if (!isMailed) {
            picks.leaveEmpty(place);
        }
    }

    private Filling.Wanted mail(int person) {
        Instant sendAt = Instant.ofEpochSecond(draft.sendAt(person));
        var anew = new Filling.Wanted(person, sendAt, draft.isPlain(person), Map.of());
        return draft.isRefilled(person) ? anew.keeping(planning.promises()) : anew;
    }

    /** Tries every slot's condition on one person before a million are asked. */
    private void probe() {
        for (int person = 0; person < draft.size(); person++) {
            if (draft.isPlanned(person)) {
                for (SlotRules rule : rules) {
                    rule.shelf().probe(rule.slot(), planning.scopes().apply(person), notices);
                }
                return;
            }
        }
    }
}
