package org.personalize.rhythm;

import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Audience;
import org.personalize.history.History;

/**
 * The send-time model applied to the people at hand and to what they did until now. Nothing is kept of anybody: each
 * answer is worked out from the history when it is asked for.
 */
public final class Rhythms implements Hours {

    private final RhythmModel model;
    private final Audience audience;
    private final Activity activity;
    private final HabitRhythm habit;
    private final HabitRhythm weekly;
    private final @Nullable Replies replies;

    public Rhythms(RhythmModel model, Audience audience, History history, Instant now) {
        this(model, audience, new Activity(audience, history, now), () -> new MailLog(audience, history, now));
    }

    /** @param mails asked for only where the model looks at them */
    Rhythms(RhythmModel model, Audience audience, Activity activity, Supplier<MailLog> mails) {
        this.model = model;
        this.audience = audience;
        this.activity = activity;
        Base base = base();
        habit = new HabitRhythm(model.activity().habits(), base, activity.latest());
        weekly = new HabitRhythm(model.activity().weekly(), base, activity.latest());
        ReplyModel replyModel = model.replies();
        replies = replyModel == null ? null : new Replies(replyModel, mails.get());
    }

    private Base base() {
        ActivityModel learned = model.activity();
        if (!learned.mixtures().isEmpty()) {
            return new Base.Following(learned.mixtures(), learned.segments());
        }
        var everybody = new Surroundings(learned.habits().widest());
        Portions.map(audience.size(), (from, to) -> surroundings(audience.byLot(), from, to))
                .forEach(everybody::addAll);
        return new Base.Around(everybody.bases(), everybody.everybody());
    }

    private Surroundings surroundings(int[] byLot, int from, int to) {
        var some = new Surroundings(model.activity().habits().widest());
        var fading = new Fading(activity.latest(), Habit.USUAL.halfLifeDays());
        for (int place = from; place < to; place++) {
            int person = byLot[place];
            some.add(segment(person), activity.of(person).byHour(fading, Long.MAX_VALUE));
        }
        return some;
    }

    private String segment(int person) {
        return model.activity().likeness().segment(audience, person);
    }

    private PersonHours hours(int person, Weekdays days) {
        if (replies != null) {
            return replies.of(person);
        }
        String segment = segment(person);
        Visits visits = activity.of(person);
        return days == Weekdays.ANY || areDaysAlike() ? onAnyDay(segment, visits) : on(days, segment, visits);
    }

    /** Mails and what came of them are too few to tell days apart. */
    private boolean areDaysAlike() {
        return replies != null || model.activity().week().kinds() == DayKinds.ALIKE;
    }

    private PersonHours onAnyDay(String segment, Visits visits) {
        double[] own = habit.byHour(visits, Long.MAX_VALUE);
        return hours(own, habit.chances(segment, visits, Long.MAX_VALUE), habit.around(segment), habit.weight(own));
    }

    private PersonHours on(Weekdays days, String segment, Visits visits) {
        Week week = model.activity().week();
        double[][] byDay = weekly.byDay(segment, visits, Long.MAX_VALUE, week, days);
        double[] around = weekly.around(segment);
        return hours(
                habit.byHour(visits, Long.MAX_VALUE),
                Clock.shares(days.mean(day -> byDay[day])),
                Clock.shares(days.mean(day -> week.tilted(around, day))),
                weekly.weight(days.mean(day -> weekly.byHour(visits, Long.MAX_VALUE, week, day))));
    }

    private static PersonHours hours(double[] own, double[] chances, double[] around, double weight) {
        return new PersonHours(
                own,
                chances,
                around,
                HourValues.of(chances, HourValues.SOON),
                HourValues.of(around, HourValues.SOON),
                weight,
                Clock.sum(own),
                HourValues.SOON);
    }

    @Override
    public double[] chances(int person) {
        return replies == null
                ? habit.chances(segment(person), activity.of(person), Long.MAX_VALUE)
                : replies.of(person).chances();
    }

    /** The chance of each local hour under the hours at which mail really went out; sums to 1. */
    public double[] asLogged(int person) {
        return replies == null ? chances(person) : replies.asLogged(person);
    }

    /**
     * The chance of each of the 168 hours of a week from Monday 00 h; sums to 1. Where days of the week are told apart, what
     * was done on a day of the same kind says more of a day than what was done on another.
     */
    public double[] hoursOfWeek(int person) {
        Week week = model.activity().week();
        return replies == null
                ? weekly.chances(segment(person), activity.of(person), Long.MAX_VALUE, week)
                : week.spread(chances(person));
    }

    /**
     * What a mail sent at each local hour is worth: the chance that it is reacted to, where mails and reactions were
     * learned from, else the chance mass of the hours soon after.
     */
    @Override
    public double[] values(int person, Weekdays days) {
        return hours(person, days).values();
    }

    @Override
    public boolean areValuesChances() {
        return replies != null;
    }

    @Override
    public double evidence(int person) {
        return replies == null
                ? Clock.sum(habit.byHour(activity.of(person), Long.MAX_VALUE))
                : replies.of(person).observations();
    }

    @Override
    public boolean hasPersonalHour(int person) {
        return model.isPersonal() && isPersonal(hours(person, Weekdays.ANY));
    }

    private boolean isPersonal(PersonHours hours) {
        return model.isPersonal() && hours.isPersonal(model.leastEvidence());
    }

    @Override
    public double[] telling(int person, Weekdays days) {
        PersonHours hours = hours(person, days);
        return isPersonal(hours) ? hours.values() : hours.usualValues();
    }

    /** Everything to tell about one person's hours on some days of the week. */
    public HourStory story(int person, Weekdays days) {
        PersonHours hours = hours(person, days);
        DayKinds kinds =
                areDaysAlike() ? DayKinds.ALIKE : model.activity().week().kinds();
        boolean isLearned = replies != null || !model.activity().mixtures().isEmpty();
        return hours.story(isLearned, isPersonal(hours), !model.isPersonal(), kinds.words());
    }
}
