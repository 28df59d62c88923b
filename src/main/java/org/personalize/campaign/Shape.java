package org.personalize.campaign;

import java.util.List;
import java.util.Optional;

/** What may stand behind a key. */
sealed interface Shape permits Kind, Shape.ListOf, Shape.MapOf, Shape.Either, Section {

    /** Names the shape in a message, such as {@code a list, each a weekday or a date}. */
    String expected();

    /** A list, or a single value in place of a list of one. */
    record ListOf(Shape element) implements Shape {
        @Override
        public String expected() {
            return "a list, each " + element.expected();
        }
    }

    /** A map whose keys the campaign makes up. */
    record MapOf(Kind<String> names, Shape values) implements Shape {
        @Override
        public String expected() {
            return "a map, each value " + values.expected();
        }
    }

    /** One of several. */
    record Either(String expected, List<Shape> shapes) implements Shape {
        public Either {
            shapes = List.copyOf(shapes);
        }
    }

    static Shape either(String expected, Shape... shapes) {
        return new Either(expected, List.of(shapes));
    }

    /** Whether somebody who reads a value of this shape may ask for the other. */
    default boolean holds(Shape asked) {
        return equals(asked)
                || (this instanceof Either either && either.shapes().stream().anyMatch(s -> s.holds(asked)));
    }

    /** The fixed keys that a map of this shape has, if it is such a map. */
    default Optional<Section> section() {
        if (this instanceof Section section) {
            return Optional.of(section);
        }
        return this instanceof Either either
                ? either.shapes().stream().flatMap(s -> s.section().stream()).findFirst()
                : Optional.empty();
    }
}
