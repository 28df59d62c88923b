package org.personalize.learn;

import static org.personalize.learn.PapersColumns.doubles;
import static org.personalize.learn.PapersColumns.rows;
import static org.personalize.learn.PapersColumns.texts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.personalize.learn.Papers.Chapter;
import org.personalize.learn.Papers.Subject;
import org.personalize.measure.Calibration;
import org.personalize.measure.Calibration.Tenth;
import org.personalize.measure.Choice;
import org.personalize.measure.Columns;
import org.personalize.measure.Forecast;
import org.personalize.measure.Interval;
import org.personalize.measure.Trial;

/** One chapter of the papers as arrays and back. */
final class ChapterColumns {

    private static final String CHOICES = "choices";
    private static final String AUDITS = "audits";

    private ChapterColumns() {}

    static Columns of(Chapter chapter) {
        var columns =
                new Columns().putAll(CHOICES, choices(chapter.choices())).putAll(AUDITS, choices(chapter.audits()));
        forecasts(columns, chapter.forecasts());
        return columns.put("notes", chapter.notes().toArray(String[]::new));
    }

    static Chapter chapter(Subject subject, Columns columns) {
        return new Chapter(
                subject,
                choices(columns.under(CHOICES)),
                choices(columns.under(AUDITS)),
                forecasts(columns),
                List.of(columns.texts("notes")));
    }

    private static Columns choices(List<Choice> choices) {
        var columns = new Columns();
        texts(
                columns,
                "choices",
                choices,
                List.of(
                        Choice::question,
                        Choice::chosen,
                        Choice::why,
                        c -> "" + c.trials().size()));
        List<Trial> trials = choices.stream().flatMap(c -> c.trials().stream()).toList();
        texts(
                columns,
                "trials",
                trials,
                List.of(
                        Trial::candidate,
                        Trial::window,
                        Trial::stratum,
                        Trial::metric,
                        t -> t.isBaseline() ? "baseline" : "",
                        t -> "" + t.score().number()));
        columns.put("trials.mean", doubles(trials, t -> t.score().mean()));
        columns.put("trials.low", doubles(trials, t -> t.score().low()));
        return columns.put("trials.high", doubles(trials, t -> t.score().high()));
    }

    private static void forecasts(Columns columns, List<Forecast> forecasts) {
        texts(
                columns,
                "forecasts",
                forecasts,
                List.of(
                        Forecast::what,
                        Forecast::window,
                        f -> "" + f.calibration().tenths().size()));
        columns.put("forecasts.error", doubles(forecasts, f -> f.calibration().error()));
        columns.put(
                "forecasts.tenths",
                forecasts.stream()
                        .flatMap(f -> f.calibration().tenths().stream())
                        .flatMapToDouble(ChapterColumns::numbers)
                        .toArray());
    }

    private static DoubleStream numbers(Tenth tenth) {
        Interval outcome = tenth.outcome();
        return DoubleStream.of(
                tenth.low(), tenth.high(), tenth.chance(), outcome.mean(), outcome.low(), outcome.high(), (double)
                        outcome.number());
    }

    private static List<Choice> choices(Columns columns) {
        var trials = trials(columns).iterator();
        return rows(columns, "choices", 4, r -> {
            List<Trial> own = new ArrayList<>();
            for (int i = Integer.parseInt(r[3]); i > 0; i--) {
                own.add(trials.next());
            }
            return new Choice(r[0], r[1], r[2], own);
        });
    }

    private static List<Trial> trials(Columns columns) {
        double[] mean = columns.doubles("trials.mean");
        double[] low = columns.doubles("trials.low");
        double[] high = columns.doubles("trials.high");
        List<Trial> trials = new ArrayList<>();
        rows(columns, "trials", 6, r -> r).forEach(r -> {
            int i = trials.size();
            var score = new Interval(mean[i], low[i], high[i], Long.parseLong(r[5]));
            trials.add(new Trial(r[0], r[1], r[2], r[3], score, !r[4].isEmpty()));
        });
        return trials;
    }

    private static List<Forecast> forecasts(Columns columns) {
        double[] errors = columns.doubles("forecasts.error");
        var numbers = Arrays.stream(columns.doubles("forecasts.tenths")).iterator();
        var read = new int[1];
        return rows(columns, "forecasts", 3, r -> {
            List<Tenth> tenths = new ArrayList<>();
            for (int i = Integer.parseInt(r[2]); i > 0; i--) {
                double low = numbers.next();
                double high = numbers.next();
                double chance = numbers.next();
                var outcome = new Interval(
                        numbers.next(),
                        numbers.next(),
                        numbers.next(),
                        numbers.next().longValue());
                tenths.add(new Tenth(low, high, chance, outcome));
            }
            return new Forecast(r[0], r[1], new Calibration(errors[read[0]++], tenths));
        });
    }
}
