package org.personalize.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.personalize.problem.Nearest;
import org.personalize.problem.Problem;
import org.personalize.problem.Problems;

/** Finds keys that mean nothing, and says which was most likely meant or where it belongs. */
final class UnknownKeys {

    private static final int MOST_SHOWN = 15;

    /** A shorter word is like too many keys for a guess at where it belongs. */
    private static final int SHORTEST_GUESSED = 5;

    private final Map<String, List<String>> parentsByName = new TreeMap<>();
    private final Problems problems;

    UnknownKeys(Section top, Problems problems) {
        this.problems = problems;
        collect(top, "");
    }

    private void collect(Section section, String path) {
        for (Key key : section.keys()) {
            parentsByName.computeIfAbsent(key.name(), n -> new ArrayList<>()).add(path);
            inside(key.shape())
                    .ifPresent(inner -> collect(inner, path.isEmpty() ? key.name() : path + "." + key.name()));
        }
    }

    private static Optional<Section> inside(Shape shape) {
        if (shape instanceof Shape.ListOf list) {
            return inside(list.element());
        }
        if (shape instanceof Shape.MapOf map) {
            return inside(map.values());
        }
        if (shape instanceof Shape.Either either) {
            return either.shapes().stream().flatMap(s -> inside(s).stream()).findFirst();
        }
        return shape.section();
    }

    void find(Section section, Node.Mapping map, String path) {
        map.entries().forEach((name, entry) -> {
            Optional<Key> key = section.find(name);
            if (key.isPresent()) {
                descend(key.get().shape(), entry.value(), path + name + ".");
            } else {
                problems.add(entry.key(), "the key " + Problem.quote(path + name) + " is unknown", hint(name, section));
            }
        });
    }

    private void descend(Shape described, Node node, String path) {
        Shape shape = described instanceof Shape.ListOf list ? list.element() : described;
        if (node instanceof Node.Sequence list) {
            list.elements().forEach(n -> descend(shape, n, path));
        } else if (node instanceof Node.Mapping map) {
            Optional<Section> section = shape.section();
            if (section.isPresent()) {
                find(section.get(), map, path);
            } else {
                madeUp(shape)
                        .ifPresent(values -> map.entries()
                                .forEach((name, entry) -> descend(values, entry.value(), path + name + ".")));
            }
        }
    }

    /** What stands behind the keys that the campaign makes up. */
    private static Optional<Shape> madeUp(Shape shape) {
        if (shape instanceof Shape.MapOf map) {
            return Optional.of(map.values());
        }
        return shape instanceof Shape.Either either
                ? either.shapes().stream().flatMap(s -> madeUp(s).stream()).findFirst()
                : Optional.empty();
    }

    private String hint(String name, Section section) {
        List<String> elsewhere = parentsByName.getOrDefault(name, List.of());
        if (!elsewhere.isEmpty()) {
            return name + " belongs "
                    + String.join(
                            " or ", elsewhere.stream().map(UnknownKeys::under).toList()) + ".";
        }
        Optional<String> near = Nearest.to(name, section.names());
        if (near.isPresent()) {
            return "Did you mean " + near.get() + "?";
        }
        return Optional.of(name)
                .filter(n -> n.length() >= SHORTEST_GUESSED)
                .flatMap(n -> Nearest.to(n, parentsByName.keySet()))
                .map(k -> "Did you mean " + k + " "
                        + under(parentsByName.getOrDefault(k, List.of("")).get(0)) + "?")
                .orElse(
                        section.keys().size() > MOST_SHOWN
                                ? ""
                                : "Known here: " + String.join(", ", section.names()) + ".");
    }

    private static String under(String path) {
        return path.isEmpty() ? "at the top of the file" : "under " + path;
    }
}
