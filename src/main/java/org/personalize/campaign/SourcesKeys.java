package org.personalize.campaign;

import static org.personalize.campaign.Shape.either;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.personalize.campaign.Kind.Written;
import org.personalize.campaign.Sources.Range;
import org.personalize.campaign.Sources.Source;

/** What can be written under {@code data}. */
final class SourcesKeys {

    private static final List<String> TABLES = List.of("customers", "items", "events", "suppressions");
    private static final List<String> TYPES =
            List.of("text", "number", "boolean", "date", "time", "day/month/year", "month/day/year");

    private SourcesKeys() {}

    private static final Kind<String> PATTERN =
            Kind.of("a path such as customers.csv or events/*.csv", Written.text(""), Kinds::oneLine);

    private static final Kind<String> TYPE = Kind.words(TYPES, Function.identity());

    private static final Kind<Range> RANGE =
            Kind.of("a range such as 1500..2500", Written.text("^[0-9]+\\.\\.[0-9]+$"), SourcesKeys::range);

    private static final Section SOURCE = Section.of(
            new Key("file", PATTERN, "The file, or several by a pattern; .gz is read as it is.", "customers.csv"),
            new Key(
                    "columns",
                    new Shape.MapOf(Kinds.IDENTIFIER, Kinds.ONE_LINE),
                    "Our name of a column and its header in the file.",
                    "{customer_id: Shopper, email: \"E-mail Address\"}"),
            new Key(
                    "types",
                    new Shape.MapOf(Kinds.ONE_LINE, TYPE),
                    "What the cells of a column are, where it is not clear from themselves.",
                    "{birthday: date, zip: text}"));

    private static final Shape TABLE =
            either("a path such as customers.csv, or a map with the key file", PATTERN, SOURCE);

    static final Section SECTION = Section.of(
            new Key("customers", TABLE, "The people: one row for each.", "customers.csv"),
            new Key("items", TABLE, "What can be put into slots: products, articles or offers.", "items.csv"),
            new Key("events", TABLE, "What people did: clicks, purchases, opt-outs and so on.", "events/*.csv"),
            new Key(
                    "suppressions",
                    new Shape.ListOf(TABLE),
                    "Whoever stands in these files is never written to.",
                    "optouts/*.csv"),
            new Key(
                    "max_age",
                    Section.of(
                            age("customers", "26h"),
                            age("items", "26h"),
                            age("events", "2d"),
                            age("suppressions", "26h")),
                    "Files older than this stop the run before anything is sent.",
                    "{customers: 26h}"),
            new Key(
                    "expect",
                    RANGE,
                    "How many people the customer file should have; outside, nothing is sent.",
                    "1500..2500"));

    private static Key age(String table, String example) {
        return new Key(table, Moments.DURATION, "The greatest age of the " + table + " files.", example);
    }

    static Sources read(Block data) {
        return new Sources(
                source(data, "customers").orElse(null),
                source(data, "items").orElse(null),
                source(data, "events").orElse(null),
                suppressions(data),
                ages(data.block("max_age")),
                data.value("expect", RANGE).orElse(null));
    }

    private static Optional<Source> source(Block data, String table) {
        return data.node(table).flatMap(node -> source(data, table, node));
    }

    private static List<Source> suppressions(Block data) {
        List<Source> sources = new ArrayList<>();
        for (Node node : data.elements("suppressions")) {
            source(data, "suppressions", node).ifPresent(sources::add);
        }
        return sources;
    }

    private static Optional<Source> source(Block data, String table, Node node) {
        if (node instanceof Node.Mapping map) {
            Block block = data.within(table, SOURCE, map);
            block.demand("file", "");
            var columns = block.map("columns", Kinds.ONE_LINE);
            var types = new LinkedHashMap<>(block.map("types", TYPE));
            return block.node("file")
                    .flatMap(file -> block.value("file", PATTERN)
                            .map(pattern -> new Source(file.folder(), pattern, columns, types, file.place())));
        }
        return data.read(data.pathTo(table), node, PATTERN, TABLE)
                .map(pattern -> new Source(node.folder(), pattern, Map.of(), Map.of(), node.place()));
    }

    private static Map<String, Duration> ages(Block block) {
        Map<String, Duration> ages = new TreeMap<>();
        TABLES.forEach(table -> block.value(table, Moments.DURATION).ifPresent(age -> ages.put(table, age)));
        return ages;
    }

    private static Range range(String text) throws Misread {
        if (!text.matches("\\d{1,12}\\s*\\.\\.\\s*\\d{1,12}")) {
            throw new Misread("Write two whole numbers with two dots between them.");
        }
        String[] ends = text.split("\\s*\\.\\.\\s*", -1);
        Range range = new Range(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
        if (range.least() > range.most()) {
            throw new Misread("the range ends before it begins", "Put the smaller number first.");
        }
        return range;
    }
}
