package org.personalize.deliver;

/**
 * A message as DATA wants it: lines end with CR and LF, a dot that begins a line is doubled, and the last line has an end.
 * No relay can take anything within it for the final dot.
 */
final class BodyStream {

    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] DOT = {'.'};

    /** What is added to most messages that need anything at all. */
    private static final int SOME_DOTS = 256;

    private final byte[] message;
    private final Octets out;
    private int written;

    private BodyStream(byte[] message) {
        this.message = message;
        out = new Octets(message.length + SOME_DOTS);
    }

    /** The message itself where it is right already, as most are. */
    static byte[] of(byte[] message) {
        return isRight(message) ? message : new BodyStream(message).write();
    }

    private static boolean isRight(byte[] message) {
        int i = 0;
        while (i < message.length && message[i] != '.') {
            i = nextEnd(message, i);
            if (!isWhole(message, i)) {
                return false;
            }
            i += 2;
        }
        return i == message.length;
    }

    private byte[] write() {
        startLine(0);
        for (int i = nextEnd(message, 0); i < message.length; i = nextEnd(message, i)) {
            boolean isWhole = isWhole(message, i);
            if (!isWhole) {
                endLine(i);
            }
            i += isWhole ? 2 : 1;
            startLine(i);
        }
        addBefore(message.length);
        byte last = message.length == 0 ? (byte) '\n' : message[message.length - 1];
        if (last != '\n' && last != '\r') {
            out.add(LINE_END);
        }
        return out.toBytes();
    }

    private static boolean isWhole(byte[] message, int place) {
        return place + 1 < message.length && message[place] == '\r' && message[place + 1] == '\n';
    }

    /** The place of the next CR or LF, or the end. Looked for in a loop that does nothing else, as this sees every byte. */
    private static int nextEnd(byte[] bytes, int from) {
        int i = Eights.lineEnd(bytes, from);
        while (i < bytes.length && (bytes[i] > '\r' || bytes[i] != '\r' && bytes[i] != '\n')) {
            i++;
        }
        return i;
    }

    private void startLine(int place) {
        if (place < message.length && message[place] == '.') {
            addBefore(place);
            out.add(DOT);
        }
    }

    /** A bare CR or LF at this place becomes both. */
    private void endLine(int place) {
        addBefore(place);
        out.add(LINE_END);
        written = place + 1;
    }

    private void addBefore(int end) {
        out.add(message, written, end);
        written = end;
    }
}
