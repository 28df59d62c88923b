package org.personalize.learn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.personalize.learn.Papers.Chapter;
import org.personalize.learn.Papers.Count;
import org.personalize.learn.Papers.Input;
import org.personalize.learn.Papers.Origin;
import org.personalize.learn.Papers.Rhythm;
import org.personalize.learn.Papers.Setting;
import org.personalize.learn.Papers.Subject;
import org.personalize.measure.Columns;

/** Papers as arrays and back: every list of records is an array for each of their parts. */
final class PapersColumns {

    private static final int HOURS = 24;
    private static final String CHAPTER = "chapter.";

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
        for (Chapter chapter : papers.chapters()) {
            columns.putAll(CHAPTER + chapter.subject().word(), ChapterColumns.of(chapter));
        }
        return columns;
    }

    static <T> void texts(Columns columns, String name, List<T> records, List<Function<T, String>> parts) {
        columns.put(
                name,
                records.stream()
                        .flatMap(r -> parts.stream().map(part -> part.apply(r)))
                        .toArray(String[]::new));
    }

    static <T> double[] doubles(List<T> records, ToDoubleFunction<T> part) {
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
                chapters(columns));
    }

    static <T> List<T> rows(Columns columns, String name, int width, Function<String[], T> row) {
        String[] texts = columns.texts(name);
        List<T> rows = new ArrayList<>();
        for (int from = 0; from < texts.length; from += width) {
            rows.add(row.apply(Arrays.copyOfRange(texts, from, from + width)));
        }
        return rows;
    }

    private static List<Chapter> chapters(Columns columns) {
        List<Chapter> chapters = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            Columns own = columns.under(CHAPTER + subject.word());
            if (!own.names().isEmpty()) {
                chapters.add(ChapterColumns.chapter(subject, own));
            }
        }
        return chapters;
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
}
