package org.personalize.taste;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.personalize.measure.Choice;
import org.personalize.measure.Interval;
import org.personalize.measure.Stratum;
import org.personalize.measure.Task;
import org.personalize.measure.Trial;

/** What trials found, for the papers of a model and for whoever asked for it. */
final class TastePapers {

    private static final int MINUTE_SECONDS = 60;
    private static final String CHOSEN = "the chosen blend";

    private final TasteTrials trials;
    private final List<Rehearsal> ofChosen;
    private final double calibrationError;

    TastePapers(TasteTrials trials) {
        this.trials = trials;
        ofChosen = IntStream.range(0, trials.judgedBy().size())
                .mapToObj(trials::rehearsalOfChosen)
                .toList();
        calibrationError = trials.calibration().error();
    }

    List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        for (Stratum stratum : Stratum.values()) {
            choices.add(choice(Task.NEW, stratum));
            if (stratum != Stratum.NONE) {
                choices.add(choice(Task.REPEAT, stratum));
            }
        }
        choices.add(whole());
        return choices;
    }

    private Choice choice(Task task, Stratum stratum) {
        Recipe recipe = trials.chosen(task == Task.REPEAT, stratum);
        String things = task == Task.REPEAT ? "things they had before" : "things they did not have yet";
        return new Choice(
                "how to rank " + things + " for people who had " + stratum.word() + " things",
                recipe.name(),
                recipe.isBaseline()
                        ? "Nothing richer was better in both of the last two stretches of time."
                        : "It found most of what these people took in the last two stretches of time.",
                trials(List.of(task), List.of(People.of(stratum))));
    }

    private Choice whole() {
        return new Choice(
                "how good the ranking is on the whole",
                CHOSEN,
                String.format(
                        Locale.ROOT,
                        "Each kind of people got what was best for them; its chances were off by %.4f on the average.",
                        calibrationError),
                trials(List.of(Task.values()), People.each()));
    }

    private List<Trial> trials(List<Task> tasks, List<People> people) {
        List<Trial> all = new ArrayList<>();
        for (Task task : tasks) {
            for (People some : people) {
                for (int window = 0; window < ofChosen.size(); window++) {
                    add(all, task, some, window);
                }
            }
        }
        return all;
    }

    private void add(List<Trial> all, Task task, People some, int window) {
        Sequel sequel = trials.judgedBy().get(window);
        String when = day(sequel.moment().cut()) + " to " + day(sequel.until());
        String metric = "NDCG@10 " + task.word();
        for (int r = 0; r < trials.recipes().size(); r++) {
            Recipe recipe = trials.recipes().get(r);
            Interval score = trials.rehearsal(window).mean(task, r, some);
            if (score.number() > 0) {
                all.add(new Trial(recipe.name(), when, some.word(), metric, score, recipe.isBaseline()));
            }
        }
        Interval score = ofChosen.get(window).mean(task, 0, some);
        if (score.number() > 0) {
            all.add(new Trial(CHOSEN, when, some.word(), metric, score, false));
        }
    }

    private static String day(int minute) {
        return Instant.ofEpochSecond((long) minute * MINUTE_SECONDS)
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        int last = ofChosen.size() - 1;
        Task task = Task.NEW;
        int popular = IntStream.range(0, trials.recipes().size())
                .filter(r -> trials.recipes().get(r).forNew().size() == 1)
                .filter(r -> !trials.recipes().get(r).isFixed())
                .boxed()
                .max(Comparator.comparingDouble(
                        r -> trials.rehearsal(last).mean(task, r, People.KNOWN).mean()))
                .orElseThrow();
        Interval gain = Interval.ofDifference(
                ofChosen.get(last).scores(task, 0, People.KNOWN),
                trials.rehearsal(last).scores(task, popular, People.KNOWN));
        if (!gain.isAboveZero()) {
            notes.add(
                    "The most popular items are as good for your list as a choice of their own for each person, as far"
                            + " as things go that they did not have yet.");
        } else {
            notes.add("A choice of their own for each person finds more of what people took next than the most popular"
                    + " items do.");
        }
        return notes;
    }
}
