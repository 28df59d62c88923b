package org.personalize.template;

import java.util.List;
import org.personalize.problem.Place;

/**
 * One text that is parsed as a template: a file, or a value of the campaign file.
 *
 * @param name what FreeMarker calls it: the path beneath the folder, or blank for a value
 * @param origin the file, or where the value stands
 * @param written as its author wrote it; errors are told in these terms
 * @param text as it is parsed
 * @param shift how many characters of the first line are ours
 */
record Source(String name, Place origin, String written, String text, int shift) {

    private static final int EXCERPT = 60;

    static Source ofFile(String name, String file, String written, String text) {
        if (written.lines().count() != text.lines().count()) {
            throw new IllegalStateException("the preparation of " + file + " changed its line numbers");
        }
        return new Source(name, Place.file(file), written, text, 0);
    }

    static Source ofValue(Place origin, String written) {
        return new Source("", origin, written, written, 0);
    }

    /** A condition is parsed with a few characters around it. */
    static Source between(Place origin, String before, String written, String after) {
        return new Source("", origin, written, before + written + after, before.length());
    }

    /** Where a place of the parsed text is in what the author wrote. */
    Place at(int line, int column) {
        if (name.isEmpty()) {
            return inValue(column);
        }
        return Place.at(origin.file(), line, writtenColumn(line, column));
    }

    private Place inValue(int column) {
        boolean isOneLine = written.indexOf('\n') < 0;
        if (!isOneLine || origin.column() == 0) {
            return origin;
        }
        long within = Math.min(Math.max(0, column - 1 - shift), written.length());
        return new Place(origin.file(), origin.line(), origin.column() + within, origin.field());
    }

    /** Preparation may move things along a line; then the column is found again by the text there, or left out. */
    private int writtenColumn(int line, int column) {
        String prepared = line(text, line);
        String original = line(written, line);
        if (prepared.equals(original) || column < 1 || column > prepared.length()) {
            return column;
        }
        String word = wordAt(prepared, column - 1);
        int found = original.indexOf(word);
        return found >= 0 && original.indexOf(word, found + 1) < 0 ? found + 1 : 0;
    }

    private static String wordAt(String line, int start) {
        int end = start + 1;
        while (end < line.length()
                && (Character.isLetterOrDigit(line.charAt(end)) || "._".indexOf(line.charAt(end)) >= 0)) {
            end++;
        }
        return line.substring(start, end);
    }

    /** The beginning of what stands there, to recognise it by. */
    String excerpt(int line, int column) {
        String prepared = line(text, line);
        String rest = prepared.substring(Math.min(Math.max(0, column - 1), prepared.length()))
                .strip();
        return rest.length() <= EXCERPT ? rest : rest.substring(0, EXCERPT) + "…";
    }

    private static String line(String text, int number) {
        List<String> line = text.lines().skip(Math.max(0, number - 1L)).limit(1).toList();
        return line.isEmpty() ? "" : line.get(0);
    }
}
