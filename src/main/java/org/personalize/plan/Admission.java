package org.personalize.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Standing;
import org.personalize.campaign.AudienceRules.Follows;
import org.personalize.problem.Amount;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.template.Condition;
import org.personalize.template.Condition.Answer;
import org.personalize.template.Fields;
import org.personalize.template.RenderFailure;

/** Who may be planned at all; safe to use from many threads. */
final class Admission {

    private final Planning planning;
    private final SendWindows windows;
    private final Notices notices;
    private final Pressure pressure;
    private final Lapsing lapsing;
    private final Map<String, LongAdder> hourless = new ConcurrentSkipListMap<>();
    private final LongAdder inTurn = new LongAdder();
    private final LongAdder tooEarly = new LongAdder();
    private final LongAdder asked = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder missing = new LongAdder();
    private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();

    Admission(Planning planning, SendWindows windows, Notices notices) {
        this.planning = planning;
        this.windows = windows;
        this.notices = notices;
        pressure = new Pressure(planning);
        lapsing = new Lapsing(planning);
    }

    /** The first reason, in the contract's order, why this person gets no mail; null when there is none. */
    @Nullable
    Reason refusal(int person) {
        Reason lasting = lasting(person);
        if (lasting != null) {
            return lasting;
        }
        SendWindow window = windows.of(person);
        List<Pressure.Mail> mails = pressure.mails(person);
        if (!pressure.isFollowing(mails, window)) {
            tooEarly.increment();
            lapsing.noteFollowing(mails, window);
            return Reason.NOT_IN_AUDIENCE;
        }
        inTurn.increment();
        Reason tooMuch = pressure.refusal(mails, window);
        if (tooMuch != null) {
            lapsing.note(tooMuch, mails, window);
            return tooMuch;
        }
        return noHour(person, window);
    }

    /** When time alone may bring the turn of one of those who were refused. */
    Optional<Instant> nextTurn() {
        return lapsing.first();
    }

    /** The reasons that count even after a mail was promised: who must not be written to, is not meant, or has it. */
    @Nullable
    Reason lasting(int person) {
        Reason standing = reason(planning.audience().standing(person));
        if (standing != null) {
            return standing;
        }
        if (!isMeant(person)) {
            return Reason.NOT_IN_AUDIENCE;
        }
        return planning.promises().isElsewhere(person) ? Reason.REPEAT_AFTER : null;
    }

    private static @Nullable Reason reason(Standing standing) {
        return switch (standing) {
            case MAY_BE_MAILED -> null;
            case UNSUBSCRIBED -> Reason.UNSUBSCRIBED;
            case COMPLAINED -> Reason.COMPLAINED;
            case BOUNCED -> Reason.BOUNCED;
            case SUPPRESSED -> Reason.SUPPRESSED;
            case NO_CONSENT -> Reason.NO_CONSENT;
        };
    }

    private @Nullable Reason noHour(int person, SendWindow window) {
        if (window.hours() > 0 || !planning.campaign().schedule().isGiven()) {
            return null;
        }
        String zone = planning.audience().customer(person).zone().getId();
        hourless.computeIfAbsent(zone, name -> new LongAdder()).increment();
        return Reason.NO_HOUR;
    }

    private boolean isMeant(int person) {
        Condition where = planning.conditions().audience();
        if (where == null) {
            return true;
        }
        asked.increment();
        Fields scope = planning.scopes().apply(person);
        try {
            Answer answer =
                    where.ask(scope, planning.audience().customer(person).zone());
            if (answer == Answer.MISSING) {
                missing.increment();
                Lacking.tell(planning, where, scope, person, notices);
            }
            return answer == Answer.YES;
        } catch (RenderFailure e) {
            failed.increment();
            failure.accumulateAndGet(new Failure(person, e), Failure::earlier);
            return false;
        }
    }

    /** What would be puzzling in the counts: a condition that broke off, nobody's turn, and all zones in which the window leaves no hour. */
    void tell() {
        Failure one = failure.get();
        if (one != null) {
            notices.say(Amount.of(failed.sum(), "person leaves", "people leave")
                    + " the audience's condition without an answer: not in the audience. The first: "
                    + one.cause().getMessage() + ".");
        }
        Follows follows = planning.campaign().audience().follows();
        if (follows != null && tooEarly.sum() > 0 && inTurn.sum() == 0) {
            notices.say("Nobody was sent " + follows.campaign()
                    + ", which this campaign follows, long enough ago: not in the audience.");
        }
        if (!hourless.isEmpty()) {
            long people = hourless.values().stream().mapToLong(LongAdder::sum).sum();
            notices.say(
                    Amount.of(people, "person lives", "people live") + " where no permitted hour is left (no_hour): "
                            + hourless.entrySet().stream()
                                    .map(zone -> zone.getKey() + " "
                                            + Amount.of(zone.getValue().sum()))
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
    }

    /** A condition that gave nobody an answer is the campaign's mistake, not the people's; a blank cell is no answer. */
    void throwIfConditionNeverWorked() {
        Failure one = failure.get();
        if (one != null && asked.sum() == failed.sum() + missing.sum()) {
            var line = planning.campaign().audience().where();
            throw new InputProblem(
                    line == null ? Place.NOWHERE : line.place(),
                    "audience.where could not be answered for anybody: "
                            + one.cause().getMessage(),
                    "Compare numbers with numbers and dates with dates.");
        }
    }

    /** The failure of the first person in the file is the one that is told, whichever core met one first. */
    private record Failure(int person, RenderFailure cause) {

        static Failure earlier(@Nullable Failure known, Failure other) {
            return known == null || other.person < known.person ? other : known;
        }
    }
}
