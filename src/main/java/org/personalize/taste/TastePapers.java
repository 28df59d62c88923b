package org.personalize.taste;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.personalize.measure.Choice;
import org.personalize.measure.Exposure;
import org.personalize.measure.Forecast;
import org.personalize.measure.Interval;
import org.personalize.measure.Judged;
import org.personalize.measure.Stratum;
import org.personalize.measure.Task;
import org.personalize.measure.Trial;
import org.personalize.problem.Signed;

/** What trials found, for the papers of a model and for whoever asked for it. */
final class TastePapers {

    private static final int MINUTE_SECONDS = 60;
    private static final String CHOSEN = "a blend for each kind of people";
    private static final String EARLIER = "the blends that the stretch before would have chosen";
    private static final String COVERAGE = "coverage@10";
    private static final String GINI = "Gini@10";
    private static final String LISTED = "Chances of the items on lists of ten";
    private static final String NEAR = "Chances of these and as many others";

    private final TasteTrials trials;
    private final List<Rehearsal> ofChosen;
    private final Optional<Rehearsal> ofEarlier;
    private final List<Forecast> forecasts;
    private final int last;

    TastePapers(TasteTrials trials) {
        this.trials = trials;
        ofChosen = IntStream.range(0, trials.judgedBy().size())
                .mapToObj(trials::rehearsalOfChosen)
                .toList();
        last = ofChosen.size() - 1;
        ofEarlier = trials.rehearsalOfEarlierChoice();
        Outcomes outcomes = trials.outcomes();
        forecasts = List.of(
                new Forecast(LISTED, when(last), outcomes.calibration(true)),
                new Forecast(NEAR, when(last), outcomes.calibration(false)));
    }

    List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        choices.add(whole());
        for (Task task : List.of(Task.NEW, Task.REPEAT)) {
            Map<Recipe, List<Stratum>> byRecipe = new LinkedHashMap<>();
            for (Stratum stratum : Stratum.values()) {
                if (task == Task.NEW || stratum != Stratum.NONE) {
                    Recipe recipe = trials.chosen(task == Task.REPEAT, stratum);
                    byRecipe.computeIfAbsent(recipe, r -> new ArrayList<>()).add(stratum);
                }
            }
            byRecipe.forEach((recipe, strata) -> choices.add(choice(task, recipe, strata)));
        }
        return choices;
    }

    private Choice choice(Task task, Recipe recipe, List<Stratum> strata) {
        String things = task == Task.REPEAT ? "what they had before" : "what they did not have yet";
        String had = strata.stream().map(Stratum::word).collect(Collectors.joining(", "));
        return new Choice(
                "how to rank " + things + ", for people who had " + had + " things",
                recipe.name(),
                why(task, recipe, new People(had, Set.copyOf(strata))),
                trials(List.of(task), strata.stream().map(People::of).toList()));
    }

    private String why(Task task, Recipe recipe, People of) {
        if (recipe.isBaseline()) {
            return "nothing richer was surely better over the last stretches of time";
        }
        int simple = trials.simple(task, of);
        Interval gain = Interval.ofDifference(
                trials.rehearsal(last).scores(task, trials.recipes().indexOf(recipe), of),
                trials.rehearsal(last).scores(task, simple, of));
        String name = trials.recipes().get(simple).name();
        if (gain.number() == 0) {
            return "too few such people came back to tell, and it found most for all the others";
        }
        return String.format(
                Locale.ROOT,
                "over the last stretches of time together it found more than %s; in the latest %s ±%.3f, person by person%s",
                name,
                Signed.of(gain.mean(), 3),
                gain.high() - gain.mean(),
                gain.isAboveZero() ? "" : ", which may be chance");
    }

    private Choice whole() {
        List<Trial> all = trials(List.of(Task.values()), People.each());
        for (Task task : Task.values()) {
            addRecall(all, task);
        }
        for (Task task : List.of(Task.NEW, Task.ALL)) {
            addShown(all, task);
        }
        return new Choice(
                "how items are ranked",
                CHOSEN,
                isOneForAll()
                        ? "as it happens, the same was best for all kinds"
                        : "people of whom more is known are served by another blend than newcomers",
                all);
    }

    private boolean isOneForAll() {
        return Arrays.stream(Stratum.values())
                        .flatMap(stratum -> Stream.of(trials.chosen(false, stratum), trials.chosen(true, stratum)))
                        .distinct()
                        .count()
                == 1;
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
        String metric = "NDCG@10 " + task.word();
        for (int r = 0; r < trials.recipes().size(); r++) {
            add(all, recipe(r), window, some, metric, trials.rehearsal(window).mean(task, r, some));
        }
        if (window == last && ofEarlier.isPresent()) {
            add(all, EARLIER, window, some, metric, ofEarlier.get().mean(task, 0, some));
        }
        add(all, CHOSEN, window, some, metric, ofChosen.get(window).mean(task, 0, some));
    }

    private void addRecall(List<Trial> all, Task task) {
        String metric = "Recall@20 " + task.word();
        for (int r = 0; r < trials.recipes().size(); r++) {
            add(all, recipe(r), last, People.ALL, metric, trials.rehearsal(last).recall(task, r, People.ALL));
        }
        add(all, CHOSEN, last, People.ALL, metric, ofChosen.get(last).recall(task, 0, People.ALL));
    }

    /** How much of the catalogue the lists show, and how unevenly; of a catalogue there is one, so without intervals. */
    private void addShown(List<Trial> all, Task task) {
        for (String metric : List.of(COVERAGE, GINI)) {
            for (int r = 0; r < trials.recipes().size(); r++) {
                addShown(all, recipe(r), metric, task, trials.rehearsal(last), r);
            }
            addShown(all, CHOSEN, metric, task, ofChosen.get(last), 0);
        }
    }

    private void addShown(List<Trial> all, String name, String metric, Task task, Rehearsal lists, int blend) {
        Exposure shown = lists.shown(task, blend);
        double value = metric.equals(COVERAGE) ? shown.coverage() : shown.gini();
        long people = lists.mean(task, blend, People.ALL).number();
        add(all, name, last, People.ALL, metric + " " + task.word(), new Interval(value, value, value, people));
    }

    private void add(List<Trial> all, String name, int window, People some, String metric, Interval score) {
        if (score.number() > 0) {
            boolean isBaseline =
                    trials.recipes().stream().anyMatch(r -> r.name().equals(name) && r.isBaseline());
            all.add(new Trial(name, when(window), some.word(), metric, score, isBaseline));
        }
    }

    private String recipe(int r) {
        return trials.recipes().get(r).name();
    }

    private String when(int window) {
        return when(trials.judgedBy().get(window));
    }

    static String when(Sequel sequel) {
        return day(sequel.moment().cut()) + " to " + day(sequel.until() - 1);
    }

    private static String day(int minute) {
        return Instant.ofEpochSecond((long) minute * MINUTE_SECONDS)
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
    }

    List<Forecast> forecasts() {
        return forecasts;
    }

    /** What was chosen beside the popularity that it had to beat, person by person. */
    List<Judged> judged() {
        List<Judged> judged = new ArrayList<>();
        for (Task task : List.of(Task.NEW, Task.ALL)) {
            int simple = trials.simple(task, People.ALL);
            judged.add(judged(task, recipe(simple), true, trials.rehearsal(last), simple));
            judged.add(judged(task, CHOSEN, false, ofChosen.get(last), 0));
        }
        return judged;
    }

    private Judged judged(Task task, String name, boolean isBaseline, Rehearsal lists, int blend) {
        return new Judged(
                name,
                when(last),
                "NDCG@10 " + task.word(),
                isBaseline,
                lists.people(task, People.ALL),
                lists.scores(task, blend, People.ALL));
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        Task task = Task.NEW;
        if (ofChosen.get(last).mean(task, 0, People.ALL).number() == 0) {
            notes.add(
                    "Nobody took anything that they did not have yet in the time that judges; of such things nothing can be"
                            + " told.");
            return notes;
        }
        int popular = trials.simple(task, People.KNOWN);
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
        notes.add(String.format(
                Locale.ROOT,
                "The same stretches of time chose among %d ways and judge them here, which flatters the chosen one a little%s.",
                trials.recipes().size(),
                ofEarlier.isEmpty()
                        ? ""
                        : ": chosen by the first alone, it has "
                                + beside(
                                        ofEarlier
                                                .get()
                                                .mean(task, 0, People.ALL)
                                                .mean(),
                                        ofChosen.get(last)
                                                .mean(task, 0, People.ALL)
                                                .mean())));
        return notes;
    }

    /** Two scores that read the same are not set against each other. */
    static String beside(double earlier, double chosen) {
        String one = Signed.plain(earlier, 3);
        String other = Signed.plain(chosen, 3);
        return one.equals(other) ? one + " in the last, too" : one + " instead of " + other + " in the last";
    }
}
