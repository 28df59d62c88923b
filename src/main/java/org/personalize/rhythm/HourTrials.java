package org.personalize.rhythm;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.personalize.measure.HourScore;
import org.personalize.measure.Interval;
import org.personalize.measure.Stratum;
import org.personalize.measure.Trial;

/** Judges candidates on the same people of one window, all together and by how much was known of them. */
final class HourTrials {

    static final String WITHIN = "share within 1 h of the best hour";
    static final String LOG_LIKELIHOOD = "log-likelihood";

    private final HourWindow window;
    private final List<Trial> trials = new ArrayList<>();

    HourTrials(HourWindow window) {
        this.window = window;
    }

    List<Trial> trials() {
        return List.copyOf(trials);
    }

    /** What a candidate scored, person by person. */
    @SuppressWarnings("ArrayRecordComponent")
    record Scored(double[] within, double[] logLikelihood) {}

    /** @param chances of the 24 hours of a day or the 168 of a week, for each person of the window */
    Scored judge(String candidate, boolean isBaseline, IntFunction<double[]> chances) {
        var all = new HourScore();
        Map<Stratum, HourScore> strata = new EnumMap<>(Stratum.class);
        List<double[]> foretold = new ArrayList<>();
        Portions.map(
                        window.size(),
                        (from, to) ->
                                IntStream.range(from, to).mapToObj(chances).toList())
                .forEach(foretold::addAll);
        for (int i = 0; i < window.size(); i++) {
            double[] ofPerson = foretold.get(i);
            int[] later = ofPerson.length == Week.HOURS ? window.weekOf(i) : window.dayOf(i);
            all.add(ofPerson, later);
            strata.computeIfAbsent(stratum(i), s -> new HourScore()).add(ofPerson, later);
        }
        report(candidate, isBaseline, Stratum.ALL, all);
        strata.forEach((stratum, score) -> report(candidate, isBaseline, stratum.word(), score));
        return new Scored(all.within(), all.logLikelihood());
    }

    private Stratum stratum(int i) {
        int before = 0;
        for (long second : window.visits(i).seconds()) {
            before += second < window.cut() ? 1 : 0;
        }
        return Stratum.of(before);
    }

    private void report(String candidate, boolean isBaseline, String stratum, HourScore score) {
        if (score.people() > 0) {
            trials.add(trial(candidate, isBaseline, stratum, WITHIN, score.within()));
            trials.add(trial(candidate, isBaseline, stratum, LOG_LIKELIHOOD, score.logLikelihood()));
        }
    }

    private Trial trial(String candidate, boolean isBaseline, String stratum, String metric, double[] scores) {
        return new Trial(candidate, window.words(), stratum, metric, Interval.of(scores), isBaseline);
    }
}
