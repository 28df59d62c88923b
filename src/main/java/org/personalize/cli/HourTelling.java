package org.personalize.cli;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.personalize.measure.Interval;
import org.personalize.plan.Decision.Status;
import org.personalize.plan.HourFate;
import org.personalize.problem.Amount;
import org.personalize.rhythm.HourStory;
import org.personalize.run.Explanation;
import org.personalize.run.Explanation.MovedEdge;

/** Tells of the hour of one person's mail: which would be best, by what, and whether it is that one. */
final class HourTelling {

    /** From here on a ratio's decimals are noise. */
    private static final double LARGE = 10;

    /** Larger ratios differ in nothing that anybody could count. */
    private static final double BEYOND_TELLING = 100;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Explanation story;
    private final Sheet sheet;

    HourTelling(Explanation story, Sheet sheet) {
        this.story = story;
        this.sheet = sheet;
    }

    void tell() {
        HourStory hours = story.hours();
        boolean isPlain = story.isPlain() && story.decision().status() == Status.PLANNED;
        if (hours == null) {
            sheet.wrapped("  ", "Nothing is learned of this person's hours.");
        }
        if (!story.campaign().schedule().isGiven()) {
            sheet.wrapped("  ", "This campaign has no schedule: everybody is due at once, whatever the hour.");
        } else if (isPlain) {
            sheet.wrapped(
                    "  ",
                    "Plain mail goes out at the permitted hour that suits most people of this campaign, whatever is known of"
                            + " this person.");
        }
        if (hours != null && !isPlain) {
            own(hours);
        }
        if (story.campaign().schedule().isGiven()) {
            story.moved().forEach(edge -> sheet.wrapped("  ", inWords(edge)));
        }
    }

    private String inWords(MovedEdge edge) {
        boolean isSameDay = edge.written().toLocalDate().equals(edge.instead().toLocalDate());
        return "The window " + (edge.isStart() ? "starts" : "ends") + " on " + DAY.format(edge.written()) + " at "
                + edge.written().toLocalTime() + ", an hour that the clocks in "
                + story.customer().zone().getId() + " skip on that day: for this person it is "
                + edge.instead().toLocalTime() + (isSameDay ? "" : " on " + DAY.format(edge.instead())) + ".";
    }

    private void own(HourStory hours) {
        String whose = hours.isPersonal() ? "" : "; for the people around them";
        sheet.wrapped(
                "  ",
                "How likely a reaction is, by the hour of this person's own clock at which the mail is sent, to be seen then or"
                        + " in the hours after" + whose + days(hours) + ":");
        HourDial.of(hours.chosenValues()).forEach(line -> sheet.line("              " + line));
        sheet.line("  own actions " + HourDial.counts(hours.own()));
        sheet.blank();
        sheet.wrapped("  ", hours.isPersonal() ? best(hours) : usual(hours));
        if (!hours.isLearned()) {
            sheet.wrapped("  ", "These hours are by the usual settings; how much they gain was not measured.");
        }
        HourFate fate = story.hourFate();
        if (fate != null && fate != HourFate.KEPT) {
            sheet.wrapped("  ", inWords(fate, hour(hours.chosenHour())));
        }
    }

    private static String days(HourStory hours) {
        return hours.areDaysAlike() ? "" : "; on the days on which this mail may arrive, with " + hours.days();
    }

    static String usual(HourStory hours) {
        String why = hours.isOneHourAsGood()
                ? " For this list one hour for everybody foretold later activity as well as hours of one's own; the usual hour "
                : " That is too little, or the gain too small, for an hour of their own; the usual hour ";
        return known(hours.observations()) + why + hour(hours.usualHour())
                + " of the people around them is used, the highest of these.";
    }

    private static String best(HourStory hours) {
        return "Best at %s, the highest of these; the best of those not beside it is %s. %s"
                        .formatted(hour(hours.bestHour()), hour(hours.runnerUp()), known(hours.observations()))
                + (hours.isLearned() ? gain(hours) : "");
    }

    static String gain(HourStory hours) {
        String usual = "the usual hour " + hour(hours.usualHour());
        Interval gain = hours.gain();
        if (gain.low() <= 0 && 1 + gain.high() > LARGE) {
            return " At the best hour a reaction seems likelier than at " + usual
                    + ", but too little is known to say how much. It may be chance, but nothing known speaks for another hour.";
        }
        return " At the best hour a reaction is %s times as likely as at %s (%s).%s"
                .formatted(
                        times(gain.mean()),
                        usual,
                        interval(gain),
                        gain.low() > 0 ? "" : " It may be chance, but nothing known speaks for another hour.");
    }

    /** Actions fade as they grow old, so that what is left of them is seldom a whole number. */
    static String known(double observations) {
        long whole = Math.round(observations);
        if (whole == 0) {
            return observations == 0
                    ? "No action of their own is known."
                    : "Of their own actions less than a whole one counts, since old ones count partly.";
        }
        return Amount.of(whole, "own action is known", "own actions are known")
                + " (recent ones count fully, older ones partly).";
    }

    /** An interval that reaches this far says no more than what is at least so. */
    static String interval(Interval gain) {
        boolean isOpen = gain.low() > 0 && 1 + gain.high() > LARGE;
        return isOpen
                ? "at least about "
                        + (1 + gain.low() > LARGE
                                ? times(gain.low())
                                : String.format(Locale.ROOT, "%.1f", 1 + gain.low()))
                        + " times, by a 90 % interval"
                : "90 %% interval: %s to %s times".formatted(times(gain.low()), times(gain.high()));
    }

    static String times(double gain) {
        if (1 + gain > BEYOND_TELLING) {
            return "more than " + (int) BEYOND_TELLING;
        }
        return String.format(Locale.ROOT, 1 + gain > LARGE ? "%.0f" : "%.2f", 1 + gain);
    }

    private static String inWords(HourFate fate, String best) {
        return switch (fate) {
            case KEPT -> "";
            case DRAWN -> "The hour of this mail was drawn by chance instead, so that the model keeps learning.";
            case PROMISED -> "An earlier run chose the hour of this mail, by what was known then.";
            case NOT_PERMITTED ->
                best
                        + " is not permitted (quiet hours, avoided days, or outside the window); the mail goes out at the best"
                        + " hour that is.";
            case PAST -> best + " is past; the mail goes out at the best hour that is left.";
            case FULL ->
                "Others have the room that the relay leaves at " + best
                        + "; the mail goes out at the best hour that was left.";
        };
    }

    private static String hour(int hour) {
        return String.format(Locale.ROOT, "%02d–%02d h", hour, (hour + 1) % 24);
    }
}
