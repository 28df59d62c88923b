package org.personalize.campaign;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * What is wrong with a file that is no YAML, in the words of somebody who writes campaigns. The parser's own snippet is
 * never shown: a password may stand in it.
 */
final class YamlMistake {

    private YamlMistake() {}

    static Problem of(MarkedYamlEngineException e, String file, String text) {
        Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
        Place place = mark == null ? Place.file(file) : Place.at(file, mark.getLine() + 1L, mark.getColumn() + 1L);
        String problem = Optional.ofNullable(e.getProblem()).orElse("");
        String context = Optional.ofNullable(e.getContext()).orElse("");
        String opened = e.getContextMark()
                .map(m -> "line " + (m.getLine() + 1) + ", column " + (m.getColumn() + 1))
                .orElse("an earlier line");
        if (problem.contains("cannot start any token")) {
            return oddStart(place, mark, text);
        }
        if (problem.contains("mapping values are not allowed")) {
            return new Problem(
                    place,
                    "a colon does not belong here",
                    "Put a text that holds a colon in quotes, and give every key its own line.");
        }
        if (context.contains("quoted scalar") && problem.contains("end of stream")) {
            return new Problem(place, "the quote opened at " + opened + " is never closed", "Close it.");
        }
        if (context.contains("double-quoted scalar") && problem.contains("escape")) {
            return new Problem(
                    place,
                    "a backslash in double quotes must be one of YAML's escapes",
                    "Use single quotes, or write the backslash twice.");
        }
        if (context.contains("flow mapping") || context.contains("flow sequence")) {
            String bracket = context.contains("mapping") ? "}" : "]";
            return new Problem(
                    place,
                    "expected a comma or " + bracket + " for the bracket opened at " + opened,
                    "Close the bracket, and put a text that holds a bracket, a comma or a quote in quotes.");
        }
        if (context.contains("block mapping")
                || context.contains("block collection")
                || context.contains("simple key")) {
            Optional<Problem> swallowed = swallowed(place, mark, text);
            if (swallowed.isPresent()) {
                return swallowed.get();
            }
            return new Problem(
                    place,
                    "this does not fit the map or list begun at " + opened,
                    "Indent keys that belong together by the same number of blanks, write a colon and a blank after"
                            + " each, and nothing behind a closing quote.");
        }
        return new Problem(place, "this is not valid YAML: " + Problem.quote(problem), "Write it again in quotes.");
    }

    /** A quote that is never closed takes all lines up to the next quote, and what follows that fits nowhere. */
    private static Optional<Problem> swallowed(Place place, @Nullable Mark mark, String text) {
        String before = text.substring(0, index(mark, text)).stripTrailing();
        char quote = before.isEmpty() ? ' ' : before.charAt(before.length() - 1);
        int opening = quote == '"' || quote == '\'' ? before.lastIndexOf(quote, before.length() - 2) : -1;
        while (opening > 0 && quote == '"' && text.charAt(opening - 1) == '\\') {
            opening = text.lastIndexOf(quote, opening - 1);
        }
        if (opening < 0 || before.indexOf('\n', opening) < 0) {
            return Optional.empty();
        }
        String above = text.substring(0, opening);
        long line = above.chars().filter(c -> c == '\n').count() + 1;
        int column = above.codePointCount(above.lastIndexOf('\n') + 1, opening) + 1;
        return Optional.of(new Problem(
                Place.at(place.file(), line, column),
                "the quote opened here is closed only in line " + place.line(),
                "Close it where its text ends."));
    }

    private static int index(@Nullable Mark mark, String text) {
        return mark == null ? text.length() : text.offsetByCodePoints(0, mark.getIndex());
    }

    private static Problem oddStart(Place place, @Nullable Mark mark, String text) {
        int index = index(mark, text);
        char c = index < text.length() ? text.charAt(index) : ' ';
        return c == '\t'
                ? new Problem(place, "a tab stands where blanks belong", "Indent with blanks, two for each step.")
                : new Problem(place, "a value cannot begin with " + c, "Put the value in quotes.");
    }
}
