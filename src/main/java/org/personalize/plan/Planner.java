package org.personalize.plan;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Schedule.Edge;
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
    private @Nullable Instant nextTurn;

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
        Picks[] picks = new Packing(planning, draft, notices).of(person);
        if (planning.promises().areWithdrawn()) {
            withdraw(person);
        }
        return new CompactPlan(planning, draft, picks, notices.all(), sharing, nextTurn).decision(person);
    }

    private Plan plan() {
        checkWindow();
        warnOfEmptiness();
        admit();
        giveHours();
        var packing = new Packing(planning, draft, notices);
        if (!packing.maySkip()) {
            select();
        }
        Picks[] picks = packing.ofEverybody();
        if (packing.maySkip()) {
            select();
        }
        return new CompactPlan(planning, draft, picks, notices.all(), sharing, nextTurn);
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
        nextTurn = admission.nextTurn().orElse(null);
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

    /** A campaign that was cancelled still says who must not get it or could not have had it, and why. */
    private void withdraw(int person) {
        if (draft.isPlanned(person) || (draft.isKept(person) && isToBeMailed(person))) {
            draft.skip(person, Reason.WITHDRAWN);
        }
    }

    private boolean isToBeMailed(int person) {
        Promises promises = planning.promises();
        return promises.fate(person).isOpen() && promises.decision(person).status() == Decision.Status.PLANNED;
    }

    /** Cuts the plan to the people asked for, in the order of the file. */
    private void select() {
        if (planning.promises().areWithdrawn()) {
            IntStream.range(0, draft.size()).forEach(this::withdraw);
            sharing = null;
        }
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
