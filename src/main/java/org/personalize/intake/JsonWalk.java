package org.personalize.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** A way through JSON, from one value to the next, into objects and arrays or past them. Whatever is not JSON ends it. */
final class JsonWalk {

    /** Deeper nesting ends it too; what providers write has less than ten levels. */
    static final int DEEPEST = 100_000;

    private final JsonSigns signs = new JsonSigns();
    private int depth;

    /** Whether a value came last in this object or array, so that only a comma or the end may follow. */
    private boolean isBehindValue;

    /** Which of the depths that are passed over are objects'. */
    private final BitSet objects = new BitSet();

    /** Starts at a part of an array. */
    void over(byte[] part, int from, int to) {
        signs.over(part, from, to);
        forget();
    }

    /** Starts at what a stream gives. */
    void over(InputStream stream) {
        signs.over(stream);
        forget();
    }

    private void forget() {
        depth = 0;
        isBehindValue = false;
    }

    /** The line that was come to, counted from 1. */
    long line() {
        return signs.line();
    }

    /** The sign at which the next value starts, or {@link JsonSigns#END}. */
    int start() throws IOException {
        return signs.start();
    }

    /** Goes into the object or array that starts here. */
    void enter() throws IOException {
        signs.step();
        if (++depth > DEEPEST) {
            throw signs.broken();
        }
        isBehindValue = false;
    }

    private void leave() {
        signs.step();
        depth--;
        isBehindValue = true;
    }

    /** Goes to the next name within an object; at its end out of it, and is false. */
    boolean nextName() throws IOException {
        int sign = start();
        if (sign == '}') {
            leave();
            return false;
        }
        if (behindComma(sign) != '"') {
            throw signs.broken();
        }
        signs.takeName();
        return true;
    }

    /** The sign behind the comma that must stand behind a value. */
    private int behindComma(int sign) throws IOException {
        if (!isBehindValue) {
            return sign;
        }
        if (sign != ',') {
            throw signs.broken();
        }
        signs.step();
        return start();
    }

    /** What the name stands for; to be asked before its value is come to. */
    JsonShape.@Nullable Field among(JsonShape wanted) {
        return signs.among(wanted);
    }

    /** Goes to the value of a name. */
    void startValue() throws IOException {
        if (start() != ':') {
            throw signs.broken();
        }
        signs.step();
    }

    /** Goes to the next value within an array; at its end out of it, and is false. */
    boolean nextElement() throws IOException {
        int sign = start();
        if (sign == ']') {
            leave();
            return false;
        }
        behindComma(sign);
        return true;
    }

    /**
     * A text, or a number or a truth as text; null for null.
     *
     * @param sign at which it starts
     */
    @Nullable
    String text(int sign) throws IOException {
        isBehindValue = true;
        String text = sign == '"' ? signs.text() : signs.bare();
        return sign == 'n' ? null : text;
    }

    /** Goes past a value, whatever it is. */
    void pass() throws IOException {
        int outside = depth;
        do {
            int sign = start();
            if (sign == '{' || sign == '[') {
                enter();
                objects.set(depth, sign == '{');
            } else {
                passPlain(sign);
            }
            while (depth > outside && !isAtNext()) {
                // What has no next value was left, and is itself a value that was passed.
            }
        } while (depth > outside);
    }

    private void passPlain(int sign) throws IOException {
        isBehindValue = true;
        if (sign == '"') {
            signs.passText();
        } else {
            signs.bare();
        }
    }

    /** Goes to the next value of what is being passed over, if it has one. */
    private boolean isAtNext() throws IOException {
        if (!objects.get(depth)) {
            return nextElement();
        }
        boolean isNamed = nextName();
        if (isNamed) {
            startValue();
        }
        return isNamed;
    }
}
