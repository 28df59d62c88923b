package org.personalize.campaign;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalize.csv.DayOrder;
import org.personalize.problem.Nearest;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;
import org.personalize.problem.Problems;

/**
 * A small file that says how somebody's own table of events is to be read.
 *
 * @param columns our name to the header in the table
 * @param events the table's word to ours
 * @param fixed our name to what every row says of it
 * @param days what comes first in timestamps with slashes
 * @param zone of timestamps without an offset; null for the campaign's
 */
public record EventMapping(
        Map<String, String> columns,
        Map<String, String> events,
        Map<String, String> fixed,
        DayOrder days,
        @Nullable ZoneId zone) {

    /** Nothing is called otherwise. */
    public static final EventMapping NONE = new EventMapping(Map.of(), Map.of(), Map.of(), DayOrder.UNSAID, null);

    private static final String ZONE = "time_zone";
    private static final List<String> MAPS = List.of("columns", "events", "fixed", "types");
    private static final List<String> NAMES = List.of(
            "email",
            "customer_id",
            "event",
            "timestamp",
            "item_id",
            "value",
            "campaign",
            "kind",
            "machine",
            "device",
            "order_id");

    public EventMapping {
        columns = Map.copyOf(columns);
        events = Map.copyOf(events);
        fixed = Map.copyOf(fixed);
    }

    /**
     * All mistakes are told at once.
     *
     * @param shownAs how messages name the file
     */
    public static EventMapping read(Path file, String shownAs) {
        var problems = new Problems();
        Map<String, Map<String, String>> maps = new LinkedHashMap<>();
        @Nullable ZoneId zone = null;
        for (Map.Entry<String, Node.Entry> entry : new YamlFile(file, shownAs, "a mapping file, such as till.yaml")
                .read()
                .entries()
                .entrySet()) {
            if (entry.getKey().equals(ZONE)) {
                zone = zone(entry.getValue(), problems);
            } else if (MAPS.contains(entry.getKey())) {
                maps.put(entry.getKey(), texts(entry.getKey(), entry.getValue(), problems));
            } else {
                List<String> known = List.of("columns", "events", "fixed", "types", ZONE);
                problems.add(unknown(entry.getValue().key(), entry.getKey(), known));
            }
        }
        problems.throwIfAny();
        return new EventMapping(
                maps.getOrDefault("columns", Map.of()),
                maps.getOrDefault("events", Map.of()),
                maps.getOrDefault("fixed", Map.of()),
                DayOrder.of(maps.getOrDefault("types", Map.of()).get("timestamp")),
                zone);
    }

    private static Map<String, String> texts(String name, Node.Entry entry, Problems problems) {
        if (!(entry.value() instanceof Node.Mapping map)) {
            problems.add(Problem.expected(
                    entry.value().place(), "a map", entry.value().what(), "Write " + name + ": {…: …}."));
            return Map.of();
        }
        Map<String, String> texts = new LinkedHashMap<>();
        map.entries().forEach((key, value) -> {
            List<String> names = name.equals("types") ? List.of("timestamp") : NAMES;
            if (!name.equals("events") && !names.contains(key)) {
                problems.add(unknown(value.key(), key, names));
            } else {
                Optional<String> text = name.equals("types") ? order(value, problems) : text(value, problems);
                text.ifPresent(one -> texts.put(key, one));
            }
        });
        return texts;
    }

    private static Optional<String> text(Node.Entry entry, Problems problems) {
        if (entry.value() instanceof Node.Scalar scalar && !scalar.isNull()) {
            return Optional.of(scalar.text());
        }
        problems.add(Problem.expected(
                entry.value().place(), "a text", entry.value().what(), "Write one, or leave the key out."));
        return Optional.empty();
    }

    private static Optional<String> order(Node.Entry entry, Problems problems) {
        Optional<String> text = text(entry, problems);
        text.filter(word -> DayOrder.of(word) == DayOrder.UNSAID)
                .ifPresent(word -> problems.add(
                        Problem.expected(entry.value().place(), String.join(" or ", DayOrder.words()), word, "")));
        return text;
    }

    private static @Nullable ZoneId zone(Node.Entry entry, Problems problems) {
        Optional<String> text = text(entry, problems);
        try {
            return text.map(ZoneId::of).orElse(null);
        } catch (DateTimeException e) {
            problems.add(Problem.expected(
                    entry.value().place(), "a time zone", text.orElse(""), "Write one such as Europe/Rome."));
            return null;
        }
    }

    private static Problem unknown(Place place, String key, List<String> known) {
        return new Problem(
                place,
                "there is no key " + Problem.quote(key) + " here",
                Nearest.to(key, known)
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("Known are " + String.join(", ", known) + "."));
    }
}
