package org.personalize.rhythm;

import java.time.Instant;
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
    private final @Nullable Replies replies;

    public Rhythms(RhythmModel model, Audience audience, History history, Instant now) {
        this.model = model;
        this.audience = audience;
        activity = new Activity(audience, history, now);
        habit = new HabitRhythm(model.activity().habits(), base(), fading());
        ReplyModel replyModel = model.replies();
        replies = replyModel == null ? null : new Replies(replyModel, audience, history, now);
    }

    private Base base() {
        ActivityModel learned = model.activity();
        if (!learned.mixtures().isEmpty()) {
            return new Base.Following(learned.mixtures(), learned.segments());
        }
        var everybody = new Surroundings(new Kernel(learned.habits().kappa()));
        Portions.map(audience.size(), this::surroundings).forEach(everybody::addAll);
        return new Base.Around(everybody.bases(), everybody.everybody());
    }

    private Surroundings surroundings(int from, int to) {
        var some = new Surroundings(new Kernel(model.activity().habits().kappa()));
        for (int person = from; person < to; person++) {
            some.add(segment(person), byHour(person));
        }
        return some;
    }

    private String segment(int person) {
        return Surroundings.segment(audience, person);
    }

    private double[] byHour(int person) {
        return activity.of(person).byHour(fading(), Long.MAX_VALUE);
    }

    private Fading fading() {
        return new Fading(activity.latest(), model.activity().habits().halfLifeDays());
    }

    private PersonHours hours(int person) {
        if (replies != null) {
            return replies.of(person);
        }
        String segment = segment(person);
        double[] byHour = byHour(person);
        double[] chances = habit.chances(segment, byHour);
        double[] around = habit.around(segment);
        return new PersonHours(
                byHour,
                chances,
                around,
                HourValues.of(chances, HourValues.SOON),
                HourValues.of(around, HourValues.SOON),
                habit.weight(byHour),
                HourValues.SOON);
    }

    @Override
    public double[] chances(int person) {
        return replies == null
                ? habit.chances(segment(person), byHour(person))
                : hours(person).chances();
    }

    /** The chance of each local hour under the hours at which mail really went out; sums to 1. */
    public double[] asLogged(int person) {
        return replies == null ? chances(person) : replies.asLogged(person);
    }

    /**
     * The chance of each of the 168 hours of a week from Monday 00 h; sums to 1. Days differ as they do for everybody, so
     * the hours of all days together are those of {@link #chances} but for what is done on which day.
     */
    public double[] hoursOfWeek(int person) {
        return model.activity().week().spread(chances(person));
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
        return replies == null ? Clock.sum(byHour(person)) : hours(person).observations();
    }

    @Override
    public boolean hasPersonalHour(int person) {
        return isPersonal(hours(person));
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
