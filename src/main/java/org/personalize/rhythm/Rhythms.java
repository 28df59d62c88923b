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
        Portions.map(audience.size(), this::surroundings).forEach(everybody::addAll);
        return new Base.Around(everybody.bases(), everybody.everybody());
    }

    private Surroundings surroundings(int from, int to) {
        var some = new Surroundings(model.activity().habits().widest());
        var fading = new Fading(activity.latest(), Habit.USUAL.halfLifeDays());
        for (int person = from; person < to; person++) {
            some.add(segment(person), activity.of(person).byHour(fading, Long.MAX_VALUE));
        }
        return some;
    }

    private String segment(int person) {
        return model.activity().likeness().segment(audience, person);
    }

    private PersonHours hours(int person) {
        if (replies != null) {
            return replies.of(person);
        }
        String segment = segment(person);
        Visits visits = activity.of(person);
        double[] byHour = habit.byHour(visits, Long.MAX_VALUE);
        double[] chances = habit.chances(segment, visits, Long.MAX_VALUE);
        double[] around = habit.around(segment);
        return new PersonHours(
                byHour,
                chances,
                around,
                HourValues.of(chances, HourValues.SOON),
                HourValues.of(around, HourValues.SOON),
                habit.weight(byHour),
                Clock.sum(byHour),
                HourValues.SOON);
    }

    @Override
    public double[] chances(int person) {
        return replies == null
                ? habit.chances(segment(person), activity.of(person), Long.MAX_VALUE)
                : hours(person).chances();
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
    public double[] values(int person) {
        return hours(person).values();
    }

    @Override
    public boolean areValuesChances() {
        return replies != null;
    }

    @Override
    public double evidence(int person) {
        return replies == null
                ? Clock.sum(habit.byHour(activity.of(person), Long.MAX_VALUE))
                : hours(person).observations();
    }

    @Override
    public boolean hasPersonalHour(int person) {
        return model.isPersonal() && isPersonal(hours(person));
    }

    private boolean isPersonal(PersonHours hours) {
        return model.isPersonal() && hours.isPersonal(model.leastEvidence());
    }

    @Override
    public double[] telling(int person) {
        PersonHours hours = hours(person);
        return isPersonal(hours) ? hours.values() : hours.usualValues();
    }

    /** Everything to tell about one person's hours. */
    public HourStory story(int person) {
        PersonHours hours = hours(person);
        return hours.story(isPersonal(hours));
    }
}
