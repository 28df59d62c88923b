package org.personalize.campaign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;
import org.personalize.problem.Problems;

/**
 * A map of the file as the one who reads its keys sees it. A key that is missing, or wrong and therefore among the
 * problems, reads as nothing. Only keys that the map's {@link Section} describes can be asked for, and only as what they
 * are described to be, so that description and reading cannot drift apart.
 */
final class Block {

    private final String path;
    private final Section section;
    private final Node.@Nullable Mapping map;
    private final Place place;
    private final Problems problems;

    private Block(String path, Section section, Node.@Nullable Mapping map, Place place, Problems problems) {
        this.path = path;
        this.section = section;
        this.map = map;
        this.place = place;
        this.problems = problems;
    }

    static Block top(Section section, Node.Mapping map, Problems problems) {
        return new Block("", section, map, Place.file(map.place().file()), problems);
    }

    boolean isGiven() {
        return map != null;
    }

    boolean has(String key) {
        return node(key).isPresent();
    }

    /** Whether its value was to come from the environment, which has none. */
    boolean isUnfilled(String key) {
        Node.Entry entry = map == null ? null : map.entries().get(key);
        return entry != null && entry.value() instanceof Node.Scalar scalar && scalar.isHidden() && scalar.isNull();
    }

    /** Where the key's value stands; the map's own place when it has none. */
    Place place(String key) {
        return node(key).map(Node::place).orElse(place);
    }

    Optional<Node> node(String key) {
        section.key(key);
        return Optional.ofNullable(map)
                .map(m -> m.entries().get(key))
                .map(Node.Entry::value)
                .filter(n -> !(n instanceof Node.Scalar scalar && scalar.isNull()));
    }

    <T> Optional<T> value(String key, Kind<T> kind) {
        Shape shape = described(key, kind);
        return node(key).flatMap(n -> read(pathTo(key), n, kind, shape));
    }

    <T> T value(String key, Kind<T> kind, T otherwise) {
        return value(key, kind).orElse(otherwise);
    }

    /** A list, or a single value in its place. */
    <T> List<T> list(String key, Kind<T> kind) {
        described(key, new Shape.ListOf(kind));
        List<T> values = new ArrayList<>();
        for (Node element : elements(key)) {
            read(pathTo(key), element, kind, kind).ifPresent(values::add);
        }
        return values;
    }

    /** The elements of a list, or the single value in its place. */
    List<Node> elements(String key) {
        return node(key)
                .map(n -> n instanceof Node.Sequence list ? list.elements() : List.of(n))
                .orElse(List.of());
    }

    /** A map whose keys the campaign made up, in the order of the file. */
    <T> Map<String, T> map(String key, Kind<T> kind) {
        Map<String, T> values = new LinkedHashMap<>();
        made(key, kind)
                .forEach((name, node) ->
                        read(pathTo(key) + "." + name, node, kind, kind).ifPresent(v -> values.put(name, v)));
        return values;
    }

    /** The entries of such a map, each to be read as the caller knows. */
    Map<String, Node> made(String key, Shape values) {
        Shape described = section.key(key).shape();
        Shape.MapOf wanted = mapOf(described, values);
        Map<String, Node> entries = new LinkedHashMap<>();
        node(key).ifPresent(node -> {
            if (node instanceof Node.Mapping given) {
                given.entries().forEach((name, entry) -> {
                    checkName(pathTo(key), wanted.names(), name, entry.key());
                    entries.put(name, entry.value());
                });
            } else if (!(described instanceof Shape.Either)) {
                refuse(pathTo(key), node, described);
            }
        });
        return entries;
    }

    private static Shape.MapOf mapOf(Shape described, Shape values) {
        List<Shape> shapes = described instanceof Shape.Either either ? either.shapes() : List.of(described);
        for (Shape shape : shapes) {
            if (shape instanceof Shape.MapOf mapOf && mapOf.values().equals(values)) {
                return mapOf;
            }
        }
        throw new IllegalStateException("the key is not described as such a map");
    }

    private void checkName(String where, Kind<String> names, String name, Place at) {
        read(where, new Node.Scalar(name, Node.Scalar.Style.QUOTED, false, at, Path.of("")), names, names);
    }

    /** The map behind a key; one without any key where there is none. */
    Block block(String key) {
        Shape shape = section.key(key).shape();
        Section inner = shape.section().orElseThrow(() -> new IllegalStateException(key + " is described as no map"));
        Optional<Node> node = node(key);
        if (node.isPresent() && node.get() instanceof Node.Mapping given) {
            return new Block(pathTo(key), inner, given, given.place(), problems);
        }
        if (node.isPresent() && shape instanceof Section) {
            refuse(pathTo(key), node.get(), shape);
        }
        return new Block(pathTo(key), inner, null, place(key), problems);
    }

    /** A map that is the value of a made-up key or the element of a list. */
    Block within(String where, Section inner, Node.Mapping given) {
        return new Block(pathTo(where), inner, given, given.place(), problems);
    }

    /** Reads a value that the caller found himself. */
    <T> Optional<T> read(String where, Node node, Kind<T> kind, Shape described) {
        if (!(node instanceof Node.Scalar scalar) || scalar.isEmpty()) {
            refuse(where, node, described);
            return Optional.empty();
        }
        try {
            return Optional.of(kind.reading().of(scalar));
        } catch (Misread e) {
            String expected = "expected " + described.expected() + ", found " + found(where, scalar);
            String message = String.valueOf(e.getMessage());
            problems.add(scalar.place(), where + ": " + (message.isEmpty() ? expected : message), e.remedy());
            return Optional.empty();
        }
    }

    private static String found(String where, Node.Scalar scalar) {
        return scalar.isHidden() || Secrets.mayHold(where)
                ? "something that is not shown"
                : Problem.quote(scalar.text());
    }

    void refuse(String where, Node node, Shape described) {
        String remedy =
                node instanceof Node.Scalar scalar && scalar.isEmpty() ? "Remove the key, or give it a value." : "";
        problems.add(node.place(), where + ": expected " + described.expected() + ", found " + node.what(), remedy);
    }

    /** Something about this key that only shows beside other keys. */
    void problem(String key, String message, String remedy) {
        problems.add(place(key), pathTo(key) + ": " + message, remedy);
    }

    /** Something at a place that the caller knows. */
    void problem(Place at, String where, String message, String remedy) {
        problems.add(at, pathTo(where) + ": " + message, remedy);
    }

    /** A key that this command cannot do without. */
    void demand(String key, String why) {
        if (!has(key)) {
            Key described = section.key(key);
            problems.add(
                    place,
                    pathTo(key) + " is missing" + why,
                    "Add, for example, " + key + ": " + described.example() + ".");
        }
    }

    String pathTo(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private Shape described(String key, Shape asked) {
        Shape shape = section.key(key).shape();
        if (!shape.holds(asked)) {
            throw new IllegalStateException(pathTo(key) + " is described otherwise");
        }
        return shape;
    }
}
