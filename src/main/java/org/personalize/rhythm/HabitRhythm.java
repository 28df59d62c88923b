package org.personalize.rhythm;

/** The hours of people by what they did: their own visits, drawn towards those of people like them. */
final class HabitRhythm {

    private final Habits habits;
    private final Kernel kernel;
    private final Base base;
    private final Fading fading;

    HabitRhythm(Habits habits, Base base, Fading fading) {
        this.habits = habits;
        this.base = base;
        this.fading = fading;
        kernel = new Kernel(habits.kappa());
    }

    /** The hours of people like somebody of whom nothing is known but the segment. */
    double[] around(String segment) {
        return base.of(segment, new double[Kernel.HOURS]);
    }

    /** The chance of each hour, summing to 1, for somebody who did this. */
    double[] chances(String segment, double[] byHour) {
        double[] like = base.of(segment, byHour);
        return OwnHours.drawn(kernel.spread(byHour), Clock.sum(byHour), like, habits.alpha());
    }

    double[] chances(String segment, Visits visits, long before) {
        return chances(segment, byHour(visits, before));
    }

    /** What of these visits is not forgotten, by the hour of the day. */
    double[] byHour(Visits visits, long before) {
        return visits.byHour(fading, before);
    }

    /** Of how many observations these chances are worth. */
    double weight(double[] byHour) {
        return Clock.sum(byHour) + habits.alpha();
    }
}
