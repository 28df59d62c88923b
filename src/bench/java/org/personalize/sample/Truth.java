package org.personalize.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What only the maker knows: each person's rhythm and tastes as a table, and the README that explains all of it. */
final class Truth {

    private static final List<String> HEADER = List.of(
            "customer_id",
            "rhythm",
            "shift_hours",
            "time_zone",
            "favourite",
            "second",
            "mail_interest",
            "visits_per_month",
            "opens_by_proxy",
            "scans_links");

    private Truth() {}

    static void write(Path folder, People people, Shop shop, Post post, List<Happening> happenings) throws IOException {
        CsvFile.write(
                folder.resolve("truth.csv"),
                HEADER,
                people.people().stream().map(Truth::row).toList());
        String readme = ReadMe.TEXT
                .replace("@rows@", Integer.toString(people.rows().size()))
                .replace("@people@", Integer.toString(people.people().size()))
                .replace("@items@", Integer.toString(shop.goods().size()))
                .replace("@mailings@", Integer.toString(post.mailings().size()))
                .replace("@events@", Integer.toString(happenings.size()))
                .replace("@counts@", counts(happenings))
                .replace("@rhythms@", rhythms(people))
                .replace("@tastes@", tastes(people, shop))
                .replace("@hours@", hours(happenings));
        Files.writeString(folder.resolve("README.md"), readme);
    }

    private static List<String> row(Person person) {
        return List.of(
                person.id(),
                person.rhythm().id(),
                decimal(person.shift()),
                person.zone().getId(),
                person.favourite().id,
                person.second().id,
                decimal(person.mailInterest()),
                decimal(person.visitsPerMonth()),
                Boolean.toString(person.opensByProxy()),
                Boolean.toString(person.scansLinks()));
    }

    private static String counts(List<Happening> happenings) {
        Map<String, Long> counts =
                new TreeMap<>(happenings.stream().collect(Collectors.groupingBy(Truth::nameOf, Collectors.counting())));
        return table(
                List.of("event", "rows"),
                counts.entrySet().stream()
                        .map(each -> List.of(each.getKey(), each.getValue().toString()))
                        .toList());
    }

    private static String nameOf(Happening happening) {
        String reaction = happening.event();
        return happening.device().equals("proxy") || happening.device().equals("scanner")
                ? reaction + " (by a machine)"
                : reaction;
    }

    private static String rhythms(People people) {
        List<List<String>> rows = new ArrayList<>();
        for (Rhythm rhythm : Rhythm.values()) {
            rows.add(List.of(
                    rhythm.id(),
                    Long.toString(count(people, person -> person.rhythm() == rhythm)),
                    peaks(rhythm.weekdayPeaks),
                    peaks(rhythm.weekendPeaks),
                    decimal(rhythm.weekend)));
        }
        return table(List.of("rhythm", "people", "working days", "weekends", "looks at weekends"), rows);
    }

    private static String peaks(double[][] peaks) {
        List<String> words = new ArrayList<>();
        for (double[] peak : peaks) {
            int minutes = (int) Math.round(peak[0] * 60) % (24 * 60);
            words.add(String.format(
                    Locale.ROOT,
                    "%.0f %% at %02d:%02d ± %.0f min",
                    peak[2] * 100,
                    minutes / 60,
                    minutes % 60,
                    peak[1] * 60));
        }
        return String.join(", ", words);
    }

    private static String tastes(People people, Shop shop) {
        List<List<String>> rows = new ArrayList<>();
        for (Category category : Category.values()) {
            List<String> row = new ArrayList<>();
            row.add(category.id);
            row.add(Integer.toString(shop.of(category).size()));
            row.add(Long.toString(count(people, person -> person.favourite() == category)));
            row.add(Long.toString(count(people, person -> person.second() == category)));
            for (int month = 1; month <= 12; month++) {
                row.add(String.format(Locale.ROOT, "%.1f", category.season(month)));
            }
            rows.add(row);
        }
        return table(
                List.of(
                        "category",
                        "items",
                        "favourite of",
                        "second of",
                        "Jan",
                        "Feb",
                        "Mar",
                        "Apr",
                        "May",
                        "Jun",
                        "Jul",
                        "Aug",
                        "Sep",
                        "Oct",
                        "Nov",
                        "Dec"),
                rows);
    }

    /** Local hours of sends and of what people, not machines, did. */
    private static String hours(List<Happening> happenings) {
        long[] sent = hoursOf(happenings, each -> each.event().equals("sent"));
        long[] reactions = hoursOf(
                happenings,
                each -> each.event().equals("click") && !each.device().equals("scanner"));
        long[] purchases = hoursOf(happenings, each -> each.event().equals("purchase"));
        List<List<String>> rows = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            rows.add(List.of(
                    Integer.toString(hour),
                    Long.toString(sent[hour]),
                    Long.toString(reactions[hour]),
                    Long.toString(purchases[hour])));
        }
        return table(List.of("local hour", "sent", "clicks by people", "purchases"), rows);
    }

    private static long[] hoursOf(List<Happening> happenings, Predicate<Happening> which) {
        long[] counts = new long[24];
        happenings.stream().filter(which).forEach(each -> counts[each.at().getHour()]++);
        return counts;
    }

    private static long count(People people, Predicate<Person> which) {
        return people.people().stream().filter(which).count();
    }

    private static String table(List<String> header, List<List<String>> rows) {
        StringBuilder table = new StringBuilder("| " + String.join(" | ", header) + " |\n");
        table.append("|").append("---|".repeat(header.size()));
        rows.forEach(row -> table.append("\n| ").append(String.join(" | ", row)).append(" |"));
        return table.toString();
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
