package org.personalize.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalize.measure.Choice;
import org.personalize.measure.Interval;
import org.personalize.measure.Stratum;
import org.personalize.measure.Trial;

/** The trials of one choice, one metric and one window, laid out: a row for each candidate, a column for each stratum. */
public final class ScoreTable {

    /** Of the simple rules so many are always told. */
    private static final int SIMPLE_RULES = 3;

    private static final String NOTHING = "–";

    private final Choice choice;
    private final String window;
    private final String metric;
    private final Map<String, Map<String, Trial>> byCandidate = new LinkedHashMap<>();
    private final Set<String> strata = new LinkedHashSet<>();

    private ScoreTable(Choice choice, String window, String metric) {
        this.choice = choice;
        this.window = window;
        this.metric = metric;
    }

    /**
     * @param stratum which people
     * @param people how many of them at most
     */
    public record Column(String stratum, long people) {

        /** {@code all: 1,234}. */
        public String title() {
            return (stratum.equals(Stratum.ALL) ? "all" : stratum) + String.format(Locale.ROOT, ": %,d", people);
        }
    }

    /**
     * @param overall the score over everybody; null where it was not taken
     * @param cells a score with its interval for each column
     */
    public record Row(
            String name,
            boolean isChosen,
            boolean isBaseline,
            @Nullable Interval overall,
            List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** The tables of a choice, in the order in which their trials were made. */
    public static List<ScoreTable> of(Choice choice) {
        Map<List<String>, ScoreTable> tables = new LinkedHashMap<>();
        for (Trial trial : choice.trials()) {
            tables.computeIfAbsent(
                            List.of(trial.window(), trial.metric()),
                            k -> new ScoreTable(choice, trial.window(), trial.metric()))
                    .add(trial);
        }
        return List.copyOf(tables.values());
    }

    /** Of each metric the latest stretch of time, in the order of the metrics. */
    public static List<ScoreTable> latest(Choice choice) {
        Map<String, ScoreTable> byMetric = new LinkedHashMap<>();
        of(choice).forEach(table -> byMetric.put(table.metric(), table));
        return List.copyOf(byMetric.values());
    }

    private void add(Trial trial) {
        byCandidate
                .computeIfAbsent(trial.candidate(), c -> new LinkedHashMap<>())
                .put(trial.stratum(), trial);
        strata.add(trial.stratum());
    }

    public String window() {
        return window;
    }

    public String metric() {
        return metric;
    }

    /** How many candidates there are. */
    public int size() {
        return byCandidate.size();
    }

    public List<Column> strata() {
        return strata.stream()
                .map(stratum -> new Column(
                        stratum,
                        byCandidate.values().stream()
                                .filter(trials -> trials.containsKey(stratum))
                                .mapToLong(trials -> trials.get(stratum).score().number())
                                .max()
                                .orElse(0)))
                .toList();
    }

    public List<Row> rows() {
        return rows(Integer.MAX_VALUE);
    }

    /** A candidate's name without what stands in brackets, which is for those who know the trade. */
    public static String plain(String name) {
        return name.replaceAll(" \\([^)]*\\)", "");
    }

    /** What stands in those brackets; blank where there are none. */
    static String setting(String name) {
        int from = name.indexOf(" (");
        int to = name.indexOf(')', from + 1);
        return from < 0 || to < 0 ? "" : name.substring(from + 2, to);
    }

    /** The chosen one, and of each kind of simple rule the one that scored best; in the order of the trials. */
    public List<Row> digest() {
        Map<String, String> best = new LinkedHashMap<>();
        byCandidate.keySet().stream()
                .filter(this::isBaseline)
                .forEach(name -> best.merge(kind(name), name, (a, b) -> overall(b) > overall(a) ? b : a));
        return rows().stream()
                .filter(row -> row.isChosen() || best.containsValue(row.name()))
                .toList();
    }

    /** The chosen one; empty where it was not tried here. */
    public Optional<Row> chosen() {
        return rows().stream().filter(Row::isChosen).findFirst();
    }

    /** Of the simple rules the one that scored best. */
    public Optional<Row> bestRule() {
        return rows().stream().filter(Row::isBaseline).reduce((a, b) -> overall(b.name()) > overall(a.name()) ? b : a);
    }

    public Optional<Row> row(String name) {
        return rows().stream().filter(row -> row.name().equals(name)).findFirst();
    }

    /** Rules that differ in a setting alone are of one kind. */
    private static String kind(String name) {
        return plain(name).split(",", 2)[0];
    }

    /** So many rows at most: the chosen one, the best of the simple rules, and the best of all; in the order of the trials. */
    public List<Row> rows(int most) {
        Comparator<String> bestFirst = Comparator.comparingDouble(candidate -> -overall(candidate));
        List<String> best = byCandidate.keySet().stream().sorted(bestFirst).toList();
        Set<String> needed = new LinkedHashSet<>();
        best.stream().filter(candidate -> candidate.equals(choice.chosen())).forEach(needed::add);
        best.stream().filter(this::isBaseline).limit(SIMPLE_RULES).forEach(needed::add);
        needed.addAll(best);
        Set<String> kept = new LinkedHashSet<>(needed.stream().limit(most).toList());
        List<Row> rows = new ArrayList<>();
        byCandidate.forEach((candidate, trials) -> {
            if (kept.contains(candidate)) {
                List<String> cells = strata.stream()
                        .map(stratum -> trials.containsKey(stratum)
                                ? cell(trials.get(stratum).score())
                                : NOTHING)
                        .toList();
                Interval all = main(candidate);
                rows.add(new Row(
                        candidate,
                        candidate.equals(choice.chosen()),
                        isBaseline(candidate),
                        all.number() == 0 ? null : all,
                        cells));
            }
        });
        return rows;
    }

    private boolean isBaseline(String candidate) {
        return trials(candidate).values().stream().anyMatch(Trial::isBaseline);
    }

    private double overall(String candidate) {
        return main(candidate).mean();
    }

    /** The score over everybody, or over those whom this choice is about. */
    private Interval main(String candidate) {
        Map<String, Trial> trials = trials(candidate);
        return trials.getOrDefault(Stratum.ALL, trials.values().iterator().next())
                .score();
    }

    private Map<String, Trial> trials(String candidate) {
        return byCandidate.getOrDefault(candidate, Map.of());
    }

    private String cell(Interval score) {
        return score.number() == 0 ? NOTHING : Metric.written(metric, score);
    }
}
