package org.personalize.problem;

/**
 * One thing that is wrong with what we were given, and the way out.
 *
 * @param message a clause without a full stop, such as {@code expected an address, found "ann@"}
 * @param remedy a whole sentence, or blank when the message says it all
 */
public record Problem(Place place, String message, String remedy) {

    private static final int LONGEST_QUOTE = 80;

    public static Problem expected(Place place, String expected, String found, String remedy) {
        return new Problem(place, "expected " + expected + ", found " + quote(found), remedy);
    }

    /** A foreign text made safe to print: one line, bounded, in quotes. */
    public static String quote(String text) {
        var clean = text.codePoints()
                .limit(LONGEST_QUOTE)
                .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return '"' + clean.toString() + (text.codePointCount(0, text.length()) > LONGEST_QUOTE ? "…" : "") + '"';
    }

    @Override
    public String toString() {
        var where = place.toString();
        return (where.isEmpty() ? "" : where + ": ") + message + "." + (remedy.isEmpty() ? "" : " " + remedy);
    }
}
