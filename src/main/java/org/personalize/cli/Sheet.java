package org.personalize.cli;

import java.io.PrintWriter;
import java.util.List;

/** Text for a terminal, never wider than 100 columns. */
final class Sheet {

    static final int WIDTH = 100;

    private final PrintWriter out;

    Sheet(PrintWriter out) {
        this.out = out;
    }

    void line(String text) {
        out.println(text.stripTrailing());
    }

    void blank() {
        out.println();
    }

    /** A text behind a lead of its own, wrapped beneath itself. */
    void wrapped(String lead, String text) {
        String indent = " ".repeat(length(lead));
        String start = lead;
        var line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && length(start) + line.length() + 1 + length(word) > WIDTH) {
                line(start + line);
                start = indent;
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        line(start + line);
    }

    void list(String lead, List<String> texts) {
        texts.forEach(text -> wrapped(lead, text));
    }

    /** How many columns a text takes; combining signs take none. */
    static int length(String text) {
        return (int) text.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .count();
    }

    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - length(text)));
    }

    static String cut(String text, int width) {
        return length(text) <= width ? text : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
    }
}
