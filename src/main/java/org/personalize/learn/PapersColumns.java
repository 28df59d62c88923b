package org.personalize.learn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.personalize.learn.Papers.Count;
import org.personalize.learn.Papers.Forecast;
import org.personalize.learn.Papers.Input;
import org.personalize.learn.Papers.Origin;
import org.personalize.learn.Papers.Rhythm;
import org.personalize.learn.Papers.Setting;
import org.personalize.measure.Calibration;
import org.personalize.measure.Calibration.Tenth;
import org.personalize.measure.Choice;
import org.personalize.measure.Columns;
import org.personalize.measure.Interval;
import org.personalize.measure.Trial;

/** Papers as arrays and back: every list of records is an array for each of their parts. */
final class PapersColumns {

    private static final int HOURS = 24;

    private PapersColumns() {}

    static Columns of(Papers papers) {
        var columns = new Columns();
        Origin origin = papers.origin();
        columns.put(
                "origin",
                origin.campaign(),
                origin.program(),
                origin.java(),
                origin.now().toString(),
                origin.seed());
        texts(columns, "settings", origin.settings(), List.of(Setting::key, Setting::value));
        texts(
                columns,
                "inputs",
                origin.inputs(),
                List.of(Input::role, Input::file, i -> "" + i.bytes(), Input::sha256));
        texts(columns, "counts", papers.counts(), List.of(Count::what, c -> "" + c.number()));
        columns.put("newest", papers.newest().toString());
        columns.put("hours", (double) papers.people(), (double) papers.personalHours());
        columns.put("rhythms.share", doubles(papers.rhythms(), Rhythm::share));
        columns.put(
                "rhythms.hours",
                papers.rhythms().stream()
                        .flatMap(r -> r.hours().stream())
                        .mapToDouble(Double::doubleValue)
                        .toArray());
        choices(columns, papers.choices());
        forecasts(columns, papers.forecasts());
        return columns.put("notes", papers.notes().toArray(String[]::new));
    }

    private static void choices(Columns columns, List<Choice> choices) {
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
        columns.put("trials.high", doubles(trials, t -> t.score().high()));
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
                        .flatMapToDouble(PapersColumns::numbers)
                        .toArray());
    }

    private static DoubleStream numbers(Tenth tenth) {
        Interval outcome = tenth.outcome();
        return DoubleStream.of(
                tenth.low(), tenth.high(), tenth.chance(), outcome.mean(), outcome.low(), outcome.high(), (double)
                        outcome.number());
    }

    private static <T> void texts(Columns columns, String name, List<T> records, List<Function<T, String>> parts) {
        columns.put(
                name,
                records.stream()
                        .flatMap(r -> parts.stream().map(part -> part.apply(r)))
                        .toArray(String[]::new));
    }

    private static <T> double[] doubles(List<T> records, ToDoubleFunction<T> part) {
        return records.stream().mapToDouble(part).toArray();
    }

    static Papers papers(Columns columns) {
        String[] origin = columns.texts("origin");
        double[] hours = columns.doubles("hours");
        return new Papers(
                new Origin(
                        origin[0],
                        origin[1],
                        origin[2],
                        Instant.parse(origin[3]),
                        origin[4],
                        rows(columns, "settings", 2, r -> new Setting(r[0], r[1])),
                        rows(columns, "inputs", 4, r -> new Input(r[0], r[1], Long.parseLong(r[2]), r[3]))),
                rows(columns, "counts", 2, r -> new Count(r[0], Long.parseLong(r[1]))),
                Instant.parse(columns.text("newest")),
                (long) hours[0],
                (long) hours[1],
                rhythms(columns),
                choices(columns),
                forecasts(columns),
                List.of(columns.texts("notes")));
    }

    private static <T> List<T> rows(Columns columns, String name, int width, Function<String[], T> row) {
        String[] texts = columns.texts(name);
        List<T> rows = new ArrayList<>();
        for (int from = 0; from < texts.length; from += width) {
            rows.add(row.apply(Arrays.copyOfRange(texts, from, from + width)));
        }
        return rows;
    }

    private static List<Rhythm> rhythms(Columns columns) {
        double[] shares = columns.doubles("rhythms.share");
        double[] hours = columns.doubles("rhythms.hours");
        List<Rhythm> rhythms = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            double[] own = Arrays.copyOfRange(hours, i * HOURS, (i + 1) * HOURS);
            rhythms.add(new Rhythm(shares[i], Arrays.stream(own).boxed().toList()));
        }
        return rhythms;
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
