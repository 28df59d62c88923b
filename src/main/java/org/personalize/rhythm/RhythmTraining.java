package org.personalize.rhythm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.personalize.audience.Audience;
import org.personalize.history.History;
import org.personalize.measure.Choice;
import org.personalize.measure.ForwardSplit;
import org.personalize.measure.Judged;
import org.personalize.measure.Work;

/** Chooses the kind and the settings of the send-time model by splits forward in time, then learns it from everything. */
public final class RhythmTraining {

    /** More people teach nothing new about rhythms. */
    private static final int MOST_PEOPLE = 50_000;

    private static final int LEAST_PEOPLE = 1_000;

    /** What choosing and learning from one person costs. */
    private static final double OPERATIONS_PER_PERSON = 100_000;

    private static final double HELD_OUT = 0.3;

    /** Where it was tried how far observations are to be trusted, one of them may do. */
    private static final double TRIED_EVIDENCE = 0.5;

    /** With fewer people in a window nothing can be told from it. */
    private static final int LEAST_JUDGED = 30;

    /**
     * @param personalHours how many of all people get an hour of their own
     * @param choices every decision with the trials behind it, for the papers
     * @param notes what a marketer should be told, a sentence each
     * @param judged the chosen one and the simplest rule, person by person
     */
    public record Trained(
            RhythmModel model, long personalHours, List<Choice> choices, List<String> notes, List<Judged> judged) {}

    private final Audience audience;
    private final History history;
    private final Instant now;
    private final Activity activity;
    private final VisitSample visits;
    private final Likeness likeness;
    private final int mostPeople;

    private RhythmTraining(Audience audience, History history, Set<String> protectedColumns, Instant now, Work work) {
        this.audience = audience;
        this.history = history;
        this.now = now;
        mostPeople = (int) Math.max(LEAST_PEOPLE, Math.min(MOST_PEOPLE, work.operations() / OPERATIONS_PER_PERSON));
        activity = new Activity(audience, history, now);
        likeness = Likeness.without(protectedColumns);
        visits = VisitSample.of(activity, audience, likeness, mostPeople);
    }

    /** @param protectedColumns of customers, from which nothing is learned */
    public static Trained train(
            Audience audience, History history, Set<String> protectedColumns, Instant now, Work work) {
        var training = new RhythmTraining(audience, history, protectedColumns, now, work);
        List<HourWindow> windows = ForwardSplit.twoWindows(training.visits.seconds(), HELD_OUT).stream()
                .map(split -> new HourWindow(training.visits, split))
                .filter(window -> window.size() >= LEAST_JUDGED)
                .toList();
        if (windows.isEmpty()) {
            RhythmModel untrained = RhythmModel.untrained(protectedColumns);
            return new Trained(
                    untrained,
                    training.personalHours(new Rhythms(untrained, audience, history, now)),
                    List.of(),
                    List.of("Too little is known of the hours at which people are active to learn from it; "
                            + "usual settings stand in."),
                    List.of());
        }
        return training.learn(windows);
    }

    private Trained learn(List<HourWindow> windows) {
        var habits = new HabitTraining(windows.get(0), windows.get(windows.size() - 1));
        ActivityModel learned = habits.learn(visits, likeness);
        var log = new MailLog(audience, history, now);
        MailSample mails = MailSample.of(log, audience.byLot(), mostPeople);
        var replies = new ReplyTraining(mails, cut -> active(habits.habits(), cut));
        boolean isPersonal = replies.isBetter() ? replies.isPersonal() : habits.isPersonal();
        var model = new RhythmModel(
                learned, replies.isBetter() ? replies.learn(log.latest()) : null, isPersonal, TRIED_EVIDENCE);
        var rhythms = new Rhythms(model, audience, activity, () -> log);
        long personalHours = personalHours(rhythms);
        var told = new HourNotes(habits, replies);
        List<String> notes = new ArrayList<>(told.notes(isPersonal, personalHours));
        if (personalHours > 0) {
            notes.add(PersonalShare.of(rhythms, visits).words());
        }
        return new Trained(model, personalHours, told.choices(), List.copyOf(notes), habits.judged());
    }

    private long personalHours(Rhythms rhythms) {
        return IntStream.range(0, audience.size())
                .parallel()
                .filter(rhythms::hasPersonalHour)
                .count();
    }

    /** What the hours of activity said of each person at a moment. */
    private IntFunction<double[]> active(Habits habits, long cut) {
        Base base = new ActivityFitting(visits, cut).base();
        var rhythm = new HabitRhythm(habits, base, Math.min(cut, activity.latest()));
        return person -> rhythm.chances(likeness.segment(audience, person), activity.of(person), cut);
    }
}
