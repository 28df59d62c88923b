package org.personalize.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Schedule.Edge;
import org.personalize.campaign.Slot.Otherwise;
import org.personalize.plan.Notices.Verb;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.rhythm.Weekdays;

/**
 * Decides for everyone once: who is mailed at all, in which group and variant, at which hour, with which items. The same
 * {@link Planning} gives the same plan on any number of cores.
 *
 * <p>Somebody in the no-mail group is judged like everybody else before being left out, so that the two sides of the
 * comparison are alike. A person whose slot says {@code skip_person} counts as not in the audience.
 */
public final class Planner {

    /** What the draft says of whoever has no hour yet. */
    private static final long NEVER = 0;

    private final Planning planning;
    private final Campaign campaign;
    private final Notices notices = new Notices();
    private final SendWindows windows;
    private final Draft draft;
    private @Nullable Sharing sharing;

    private Planner(Planning planning) {
        this.planning = planning;
        campaign = planning.campaign();
        windows = new SendWindows(planning);
        draft = new Draft(planning.audience().size());
    }

    public static Plan plan(Planning planning) {
        return new Planner(planning).plan();
    }

    /**
     * What the plan of everybody decides for one person, without choosing what others get; whether and when others are mailed
     * is looked at only where this person's hour depends on it.
     */
    public static Decision decide(Planning planning, int person) {
        var alone = new Planner(planning);
        if (alone.isAppointedAlone(person)) {
            return alone.decision(person);
        }
        var amongAll = new Planner(planning);
        amongAll.admit();
        amongAll.giveHours();
        return amongAll.decision(person);
    }

    /** The days of the week on which a person's mail may arrive, by which their hour is chosen. */
    public static Weekdays days(Planning planning, int person) {
        return new SendWindows(planning).days(person);
    }

    /** Admits one person and gives them their hour, unless others have a say in it. */
    private boolean isAppointedAlone(int person) {
        checkWindow();
        admit(person, new Admission(planning, windows, notices), new Lots(planning));
        if (!draft.isPlanned(person)) {
            return true;
        }
        if (!draft.isPlain(person) || !campaign.schedule().isGiven()) {
            new Appointments(planning, windows, draft, CommonHours.none()).grant(person, person + 1);
        }
        return draft.sendAt(person) != NEVER;
    }

    private Decision decision(int person) {
        boolean mayStillSkip = maySlotsSkip();
        Stock stock = new Stock(planning.catalog());
        int chunk = person / Chunks.PEOPLE;
        int from = chunk * Chunks.PEOPLE;
        Picks[] picks = new Picks[Chunks.count(draft.size())];
        picks[chunk] = picks(
                new Filling(planning, stock, rules(stock), notices),
                from,
                Math.min(draft.size(), from + Chunks.PEOPLE),
                other -> other == person,
                mayStillSkip);
        return new CompactPlan(planning, draft, picks, notices.all(), sharing).decision(person);
    }

    private boolean maySlotsSkip() {
        return campaign.slots().stream().anyMatch(slot -> slot.otherwise() == Otherwise.SKIP_PERSON);
    }

    private Plan plan() {
        checkWindow();
        warnOfEmptiness();
        admit();
        giveHours();
        boolean mayStillSkip = maySlotsSkip();
        if (!mayStillSkip) {
            select();
        }
        Picks[] picks = fillSlots(mayStillSkip);
        if (mayStillSkip) {
            select();
        }
        return new CompactPlan(planning, draft, picks, notices.all(), sharing);
    }

    private void checkWindow() {
        Edge start = planning.start();
        Edge end = planning.end();
        if (start == null || end == null || (start.offset() == null) != (end.offset() == null)) {
            return;
        }
        if (!SendWindows.moment(end, campaign).isAfter(SendWindows.moment(start, campaign))) {
            throw new InputProblem(
                    Place.file(campaign.file().toString()),
                    "schedule.end " + end.local() + " is not after schedule.start " + start.local(),
                    "Let the end be later than the start.");
        }
    }

    private void warnOfEmptiness() {
        if (draft.size() == 0) {
            notices.say("The customer file holds nobody who could be mailed.");
        }
        if (campaign.groups().noMail() >= 1) {
            notices.say("Everybody is in the no_mail group: nobody is mailed.");
        } else if (campaign.groups().noMail() + campaign.groups().plainMail() >= 1) {
            notices.say("Everybody is in a comparison group: nobody gets a personal mail.");
        }
    }

    private void admit() {
        Admission admission = new Admission(planning, windows, notices);
        Chunks.each(draft.size(), (chunk, from, to) -> {
            Lots lots = new Lots(planning);
            for (int person = from; person < to; person++) {
                admit(person, admission, lots);
            }
        });
        admission.throwIfConditionNeverWorked();
        admission.tell();
    }

    private void admit(int person, Admission admission, Lots lots) {
        boolean isPromised = planning.promises().isMade(person);
        Reason refusal = isPromised ? takenBack(person, admission) : admission.refusal(person);
        if (refusal != null) {
            draft.skip(person, refusal);
        } else if (isPromised) {
            draft.keep(person);
            refit(person, lots);
        } else {
            assign(person, lots);
        }
    }

    /** What was promised stands, as far as the campaign still has what it is made of. */
    private void refit(int person, Lots lots) {
        Promises promises = planning.promises();
        boolean isLost = promises.hasLostVariant(person);
        boolean isRefilled = !promises.newSlots(person).isEmpty();
        if (isLost || isRefilled) {
            refit(person, promises.decision(person), isRefilled);
        }
        if (isLost || planning.isVariantOpen(person)) {
            String id = planning.audience().customer(person).id();
            draft.redraw(person, draft.isPlain(person) ? 0 : lots.variant(id));
        }
    }

    private void refit(int person, Decision promised, boolean isRefilled) {
        boolean isForComparison = promised.group() == Decision.Group.PLAIN_MAIL;
        if (isForComparison || !planning.audience().allowsPersonalization(person)) {
            draft.makePlain(person, isForComparison);
        }
        if (isRefilled) {
            Instant sendAt = Objects.requireNonNull(promised.sendAt(), "only a mail has slots");
            draft.refill(person, sendAt.getEpochSecond());
        }
    }

    /** Who was promised a mail gets it, unless it must not be sent to them any more. */
    private @Nullable Reason takenBack(int person, Admission admission) {
        return planning.promises().fate(person).isOpen() ? admission.lasting(person) : null;
    }

    private void assign(int person, Lots lots) {
        String id = planning.audience().customer(person).id();
        boolean isPersonal = planning.audience().allowsPersonalization(person);
        Decision.Group group = lots.group(id);
        if (group == Decision.Group.NO_MAIL) {
            draft.leaveOut(person);
        }
        if (!isPersonal || group == Decision.Group.PLAIN_MAIL) {
            draft.makePlain(person, isPersonal && group == Decision.Group.PLAIN_MAIL);
        } else {
            draft.choose(person, lots.variant(id));
        }
    }

    private void giveHours() {
        var appointments = new Appointments(planning, windows, draft, CommonHours.of(planning, draft));
        if (campaign.schedule().isGiven()) {
            Chunks.each(draft.size(), (chunk, from, to) -> countThoseTooLate(appointments, from, to));
        }
        Chunks.each(draft.size(), (chunk, from, to) -> appointments.grant(from, to));
        if (RelayRoom.isLimited(planning)) {
            sharing = new HourLimit(planning, draft, appointments).shareOut(notices);
        }
    }

    private void countThoseTooLate(Appointments appointments, int from, int to) {
        for (int person = from; person < to; person++) {
            if (draft.isPlanned(person) && appointments.isBestPast(person)) {
                notices.person(Verb.FINDS, "their best hour past: the next best permitted one is theirs.");
            }
        }
    }

    private Picks[] fillSlots(boolean mayStillSkip) {
        Stock stock = new Stock(planning.catalog());
        List<SlotRules> rules = rules(stock);
        probe(rules);
        Picks[] picks = new Picks[Chunks.count(draft.size())];
        Chunks.each(
                draft.size(),
                (chunk, from, to) -> picks[chunk] =
                        picks(new Filling(planning, stock, rules, notices), from, to, person -> true, mayStillSkip));
        return picks;
    }

    private List<SlotRules> rules(Stock stock) {
        return campaign.slots().stream()
                .map(slot -> SlotRules.of(slot, stock, planning, notices))
                .toList();
    }

    /** What people of one portion get; whoever is not asked for gets nothing. */
    private Picks picks(Filling filling, int from, int to, IntPredicate isAsked, boolean mayStillSkip) {
        var picks = new Picks(to - from, campaign.slots().size());
        for (int person = from; person < to; person++) {
            if (isAsked.test(person)) {
                fill(person, filling, picks, mayStillSkip);
            } else {
                picks.leaveEmpty(person % Chunks.PEOPLE);
            }
        }
        picks.trim();
        return picks;
    }

    private void fill(int person, Filling filling, Picks picks, boolean mayStillSkip) {
        int place = person % Chunks.PEOPLE;
        boolean isMailed = draft.isPlanned(person) || draft.isRefilled(person);
        boolean isJudged = isMailed || (mayStillSkip && draft.isLeftOut(person));
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
    private void probe(List<SlotRules> rules) {
        for (int person = 0; person < draft.size(); person++) {
            if (draft.isPlanned(person)) {
                for (SlotRules rule : rules) {
                    rule.shelf().probe(rule.slot(), planning.scopes().apply(person), notices);
                }
                return;
            }
        }
    }

    /** Cuts the plan to the people asked for, in the order of the file. */
    private void select() {
        int planned = 0;
        for (int person = 0; person < draft.size(); person++) {
            if (draft.isPlanned(person)) {
                boolean isSelected = planning.isSelected(person) && planned < planning.limit();
                planned += isSelected ? 1 : 0;
                if (!isSelected) {
                    draft.skip(person, Reason.NOT_SELECTED);
                }
            }
        }
    }
}
