package org.personalize.learn;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.personalize.measure.Choice;
import org.personalize.measure.Forecast;

/**
 * From what a model was learned, how it was chosen, and how well it did on what it had not seen. They travel with the model,
 * so that it can be told later, on another machine, whether to believe it.
 *
 * @param origin what would have to be the same for the same model to come out
 * @param counts what was read, in the order in which it is told
 * @param newest the latest event that was learned from; the epoch where there were none
 * @param people in the audience
 * @param personalHours how many of them got an hour of their own
 * @param rhythms the shared daily rhythms, the commonest first
 * @param chapters what was learned, one for each subject
 */
public record Papers(
        Origin origin,
        List<Count> counts,
        Instant newest,
        long people,
        long personalHours,
        List<Rhythm> rhythms,
        List<Chapter> chapters) {

    public Papers {
        counts = List.copyOf(counts);
        rhythms = List.copyOf(rhythms);
        chapters = List.copyOf(chapters);
    }

    /** The latest event that was learned from, if there were any. */
    public Optional<Instant> newestEvent() {
        return Optional.of(newest).filter(moment -> !moment.equals(Instant.EPOCH));
    }

    /** What a chapter is about. */
    public enum Subject {
        HOURS("When people react"),
        ITEMS("What people want"),
        BUYERS("Who is about to buy");

        private final String title;

        Subject(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** The word in JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What was learned of one subject, and how well.
     *
     * @param choices what was decided and by which trials, that on the whole first
     * @param audits how well people are served by the groups of the protected columns, which are never learned from
     * @param forecasts chances beside what came of them, in time that was held out
     * @param notes what a marketer should be told, a sentence each
     */
    public record Chapter(
            Subject subject, List<Choice> choices, List<Choice> audits, List<Forecast> forecasts, List<String> notes) {
        public Chapter {
            choices = List.copyOf(choices);
            audits = List.copyOf(audits);
            forecasts = List.copyOf(forecasts);
            notes = List.copyOf(notes);
        }
    }

    /**
     * What a model follows from.
     *
     * @param program the program's version
     * @param java the version of Java, whose sorting and calendars took part
     * @param now the campaign's clock
     * @param settings every key of the campaign that learning depends on, and its budget
     */
    public record Origin(
            String campaign,
            String program,
            String java,
            Instant now,
            String seed,
            List<Setting> settings,
            List<Input> inputs) {
        public Origin {
            settings = List.copyOf(settings);
            inputs = List.copyOf(inputs);
        }

        /** Whether the same would be learned, if the clocks do not matter. */
        boolean isLike(Origin other) {
            return campaign.equals(other.campaign)
                    && program.equals(other.program)
                    && java.equals(other.java)
                    && seed.equals(other.seed)
                    && settings.equals(other.settings)
                    && inputs.equals(other.inputs);
        }
    }

    /** A key of the campaign and its value, as one would write them. */
    public record Setting(String key, String value) {}

    /** A file that was learned from, and what was in it. */
    public record Input(String role, String file, long bytes, String sha256) {}

    /** @param what such as {@code purchase} */
    public record Count(String what, long number) {}

    /**
     * One of the daily rhythms that people share.
     *
     * @param share of the people who follow it
     * @param hours the chance of each local hour; sums to 1
     */
    public record Rhythm(double share, List<Double> hours) {
        public Rhythm {
            hours = List.copyOf(hours);
        }
    }

    /** That nothing in the future was left aside is counted under this name. */
    static final String IN_THE_FUTURE = "in_the_future";

    /**
     * Whether training now would learn the same. A later clock changes nothing by itself, since ages are counted from the
     * newest event; unless events lay in the future when the model was trained, or lie there now.
     */
    public boolean areOf(Origin today) {
        boolean isClockTheSame = origin.now().equals(today.now());
        boolean wasAllPast = counts.stream().noneMatch(c -> c.what().equals(IN_THE_FUTURE) && c.number() > 0);
        boolean isAllPast = !today.now().isBefore(newest);
        return origin.isLike(today)
                && (isClockTheSame || (wasAllPast && isAllPast && !origin.now().isBefore(newest)));
    }
}
