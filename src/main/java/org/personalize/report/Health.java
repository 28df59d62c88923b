package org.personalize.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.personalize.measure.Calibration;
import org.personalize.measure.Interval;

/**
 * How well the model does on mails that really went out, and whether it should learn anew.
 *
 * @param learnedUntil the newest event that the model learned from; the epoch where there was none; empty where none was trained, and then nothing else is
 *     known
 * @param daysBehind how many days of events came since; says nothing where it has learned from none
 * @param personalHours to which share of those who allow profiling the model gives an hour of their own
 * @param heldOutError how far chances were off on time held out in training, the mean of its forecasts; empty without any
 * @param forecasts what the model says of mails beside what came; empty where it does not foretell reactions, or where no
 *     mail is old enough
 * @param due whether to train
 */
public record Health(
        Optional<Instant> learnedUntil,
        long daysBehind,
        double personalHours,
        Optional<Double> heldOutError,
        Optional<Forecasts> forecasts,
        Due due) {

    /** Where no model was ever trained: of the usual settings there is nothing to judge. */
    public static final Health UNTRAINED =
            new Health(Optional.empty(), 0, 0, Optional.empty(), Optional.empty(), Due.NEVER_TRAINED);

    /**
     * @param knownUntil the forecasts were made from what was known then, by the model of today
     * @param areLearnedFrom whether the model has learned from some of these mails since, which flatters it
     * @param said the mean chance of a reaction
     * @param came what came, counted as the model counts: 1 for a click or a purchase, a half for an open, less for one that may
     *     be a machine's
     * @param calibration mails in tenths by their chance
     * @param weeks the same by the week in which the mails went out, the oldest first
     */
    public record Forecasts(
            Instant knownUntil,
            boolean areLearnedFrom,
            long mails,
            double said,
            Interval came,
            Calibration calibration,
            List<Week> weeks) {
        public Forecasts {
            weeks = List.copyOf(weeks);
        }
    }

    /** @param error how far the tenths of this week were off on average */
    public record Week(LocalDate monday, long mails, double said, Interval came, double error) {}

    /** Whether the model should learn anew, and why. */
    public enum Due {
        NEVER_TRAINED,
        /** What it says no longer comes true. */
        OFF,
        /** So much has happened since that it could know better. */
        OLD,
        /** Nothing speaks for it, but little is known. */
        UNKNOWN,
        FINE
    }

    public boolean isTrainingDue() {
        return switch (due) {
            case NEVER_TRAINED, OFF, OLD -> true;
            case UNKNOWN, FINE -> false;
        };
    }

    /** Whether the model was trained before there was any event. */
    public boolean hasLearnedNothing() {
        return learnedUntil.filter(Instant.EPOCH::equals).isPresent();
    }

    /** A plain sentence for whoever decides about it. */
    public String sentence() {
        return switch (due) {
            case NEVER_TRAINED -> "No model was trained: train, so that hours and items follow from your own data.";
            case OFF -> "Train: " + said() + ", further off than chance explains.";
            case OLD ->
                hasLearnedNothing()
                        ? "Train: the model has learned from no events, and there are some now."
                        : String.format(
                                Locale.ROOT,
                                "Train: the model has not seen the events of the last %,d days.",
                                daysBehind);
            case UNKNOWN ->
                "Nothing speaks for training anew; but the model foretells no reactions, or too few mails are old enough to"
                        + " judge it by.";
            case FINE -> "No need to train: " + said() + ".";
        };
    }

    private String said() {
        return forecasts
                .map(f -> String.format(
                        Locale.ROOT,
                        "to 100 mails the model expected %.2f reactions, and %.2f came (an open counts half)",
                        100 * f.said(),
                        100 * f.came().mean()))
                .orElse("the model does not foretell reactions yet");
    }
}
