package org.personalize.plan;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON document as it comes, without keeping it. What is written is plain ASCII where it could do harm: a
 * lone surrogate, a line separator or a {@code <} is escaped, so that the document may also stand in a page's script.
 */
public final class Json {

    private static final int DEEPEST = 64;
    private static final String HEX = "0123456789abcdef";

    private final Appendable out;
    private final boolean isPretty;
    private final char[] closing = new char[DEEPEST];
    private final boolean[] isStarted = new boolean[DEEPEST];
    private final boolean[] isOnLines = new boolean[DEEPEST];
    private int depth;
    private boolean isNamed;
    private boolean isDone;

    private Json(Appendable out, boolean isPretty) {
        this.out = out;
        this.isPretty = isPretty;
    }

    /** One line without blanks. */
    public static Json compact(Appendable out) {
        return new Json(out, false);
    }

    /** Two blanks of indentation and a line break at the end of the document. */
    public static Json pretty(Appendable out) {
        return new Json(out, true);
    }

    public Json object() throws IOException {
        return open('{', '}');
    }

    public Json array() throws IOException {
        return open('[', ']');
    }

    /** An array whose values each stand on a line of their own, for files that are compared line by line. */
    public Json lines() throws IOException {
        array();
        isOnLines[depth - 1] = true;
        return this;
    }

    /** Ends the innermost object or array. */
    public Json end() throws IOException {
        if (depth == 0 || isNamed) {
            throw new IllegalStateException(isNamed ? "a name without a value" : "nothing is open");
        }
        if (isStarted[depth - 1]) {
            breakLine(depth - 1);
        }
        depth--;
        out.append(closing[depth]);
        return finishValue();
    }

    /** The name of the next value of an object. */
    public Json name(String name) throws IOException {
        if (depth == 0 || closing[depth - 1] != '}' || isNamed) {
            throw new IllegalStateException("no name may stand here: " + name);
        }
        separate();
        quote(name);
        out.append(isPretty ? ": " : ":");
        isNamed = true;
        return this;
    }

    public Json text(@Nullable String value) throws IOException {
        before();
        if (value == null) {
            out.append("null");
        } else {
            quote(value);
        }
        return finishValue();
    }

    public Json number(long value) throws IOException {
        return raw(Long.toString(value));
    }

    /** A number with so many decimals, rounded half up; written the same by every Java. */
    public Json number(double value, int decimals) throws IOException {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no " + value);
        }
        return raw(
                new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString());
    }

    /** A number that is written already, such as {@code 0.250000}. */
    Json decimal(String digits) throws IOException {
        return raw(digits);
    }

    public Json truth(boolean value) throws IOException {
        return raw(Boolean.toString(value));
    }

    public Json nothing() throws IOException {
        return raw("null");
    }

    public Json field(String name, @Nullable String value) throws IOException {
        return name(name).text(value);
    }

    public Json field(String name, long value) throws IOException {
        return name(name).number(value);
    }

    public Json field(String name, boolean value) throws IOException {
        return name(name).truth(value);
    }

    private Json raw(String value) throws IOException {
        before();
        out.append(value);
        return finishValue();
    }

    private Json open(char opening, char ending) throws IOException {
        before();
        if (depth == DEEPEST) {
            throw new IllegalStateException("deeper than " + DEEPEST);
        }
        out.append(opening);
        closing[depth] = ending;
        isOnLines[depth] = false;
        isStarted[depth++] = false;
        return this;
    }

    private void before() throws IOException {
        if (isNamed) {
            isNamed = false;
        } else if (depth == 0) {
            if (isDone) {
                throw new IllegalStateException("the document has ended");
            }
        } else if (closing[depth - 1] == '}') {
            throw new IllegalStateException("a value in an object needs a name");
        } else {
            separate();
        }
    }

    private void separate() throws IOException {
        if (isStarted[depth - 1]) {
            out.append(',');
        }
        isStarted[depth - 1] = true;
        breakLine(depth);
    }

    private void breakLine(int indentation) throws IOException {
        if (isPretty) {
            out.append('\n').append("  ".repeat(indentation));
        } else if (isOnLines[depth - 1]) {
            out.append('\n');
        }
    }

    private Json finishValue() throws IOException {
        if (depth == 0) {
            isDone = true;
            out.append(isPretty ? "\n" : "");
        }
        return this;
    }

    private void quote(String text) throws IOException {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isPlain(text, i)) {
                continue;
            }
            out.append(text, written, i);
            escape(text.charAt(i));
            written = i + 1;
        }
        out.append(text, written, text.length()).append('"');
    }

    private static boolean isPlain(String text, int i) {
        char c = text.charAt(i);
        if (c >= ' ' && c < 0x7f) {
            return c != '"' && c != '\\' && c != '<';
        }
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c > 0x9f && c != '\u2028' && c != '\u2029' && c != '\ufeff';
    }

    private void escape(char c) throws IOException {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default ->
                out.append("\\u")
                        .append(HEX.charAt(c >> 12))
                        .append(HEX.charAt(c >> 8 & 0xf))
                        .append(HEX.charAt(c >> 4 & 0xf))
                        .append(HEX.charAt(c & 0xf));
        }
    }
}
