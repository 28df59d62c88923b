package org.personalize.campaign;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.personalize.problem.Nearest;

/**
 * A single value: how it is written and what it becomes.
 *
 * @param expected names it in a message, such as {@code a share such as 5% or 0.05}
 * @param written what a schema for editors can check
 */
record Kind<T>(String expected, Written written, Reading<T> reading) implements Shape {

    /** Turns what is written into what is meant. */
    @FunctionalInterface
    interface Reading<T> {
        T of(Node.Scalar scalar) throws Misread;
    }

    /** Turns text into what is meant, wherever it stands. */
    @FunctionalInterface
    interface TextReading<T> {
        T of(String text) throws Misread;
    }

    /**
     * What an editor can check.
     *
     * @param types of JSON: string, number, integer, boolean
     * @param pattern a regular expression for texts; blank for any
     * @param words when not empty, the only texts allowed
     */
    record Written(List<String> types, String pattern, List<String> words) {
        static Written text(String pattern) {
            return new Written(List.of("string"), pattern, List.of());
        }

        static Written textOr(String type, String pattern) {
            return new Written(List.of("string", type), pattern, List.of());
        }

        static Written words(List<String> words) {
            return new Written(List.of("string"), "", words);
        }
    }

    static <T> Kind<T> of(String expected, Written written, TextReading<T> reading) {
        return new Kind<>(expected, written, scalar -> reading.of(scalar.text().strip()));
    }

    /** One word out of a few. */
    static <T> Kind<T> words(List<String> words, Function<String, T> meaning) {
        return of(oneOf(words), Written.words(words), text -> {
            if (!words.contains(text)) {
                throw new Misread(Nearest.to(text, words)
                        .map(w -> "Did you mean " + w + "?")
                        .orElse(""));
            }
            return meaning.apply(text);
        });
    }

    /** One of an enum's constants, written in small letters. */
    static <E extends Enum<E>> Kind<E> word(List<E> constants) {
        List<String> words =
                constants.stream().map(e -> e.name().toLowerCase(Locale.ROOT)).toList();
        return words(words, word -> constants.get(words.indexOf(word)));
    }

    private static String oneOf(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
