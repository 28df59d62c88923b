package org.personalize.campaign;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.personalize.problem.Place;

/**
 * What a YAML file says, before anybody asks what it means. Every node knows its place and the folder of its file, so
 * that after two files were laid over each other messages and relative paths still point at the right one.
 */
sealed interface Node {

    Place place();

    Path folder();

    /** Names the node in a message. */
    String what();

    /**
     * @param isHidden the text came from the environment: no message may show it
     */
    record Scalar(String text, Style style, boolean isHidden, Place place, Path folder) implements Node {

        /** How the text was written; only a plain one can mean "nothing". */
        enum Style {
            PLAIN,
            QUOTED,
            BLOCK
        }

        /** Where the first letter stands, after an opening quote. */
        Place firstLetter() {
            return style == Style.QUOTED ? Place.at(place.file(), place.line(), place.column() + 1) : place;
        }

        /** Nothing was written where a value belongs, most likely because its lines are commented out. */
        boolean isEmpty() {
            return style == Style.PLAIN && text.isEmpty();
        }

        /** {@code null} or {@code ~}: what the workspace says of this key is taken back. */
        boolean isNull() {
            return style == Style.PLAIN && (text.equals("~") || text.equalsIgnoreCase("null"));
        }

        @Override
        public String what() {
            return isEmpty() ? "nothing" : "a text";
        }

        @Override
        public String toString() {
            return "Scalar[" + (isHidden ? "hidden" : text) + ", " + place + "]";
        }
    }

    /** A list. */
    record Sequence(List<Node> elements, Place place, Path folder) implements Node {
        public Sequence {
            elements = List.copyOf(elements);
        }

        @Override
        public String what() {
            return "a list";
        }
    }

    /** A map, in the order of the file. */
    record Mapping(Map<String, Entry> entries, Place place, Path folder) implements Node {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /** This map laid over another: its keys win, maps are laid over each other in turn, lists are replaced. */
        Mapping over(Mapping below) {
            var merged = new LinkedHashMap<>(below.entries);
            entries.forEach((key, entry) -> merged.merge(key, entry, Mapping::over));
            return new Mapping(merged, place, folder);
        }

        private static Entry over(Entry below, Entry above) {
            boolean areMaps = below.value() instanceof Mapping && above.value() instanceof Mapping;
            return areMaps ? new Entry(above.key(), ((Mapping) above.value()).over((Mapping) below.value())) : above;
        }

        @Override
        public String what() {
            return "a map";
        }
    }

    /**
     * @param key where the key stands
     */
    record Entry(Place key, Node value) {}
}
