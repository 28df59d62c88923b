package org.personalize.deliver;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a message as DATA wants it: lines end with CR and LF, a dot that begins a line is doubled, and the last line has
 * an end. No relay can take anything within it for the final dot.
 */
final class BodyStream {

    private static final byte[] LINE_END = {'\r', '\n'};

    private final byte[] message;
    private final OutputStream out;
    private int written;

    private BodyStream(byte[] message, OutputStream out) {
        this.message = message;
        this.out = out;
    }

    static void write(byte[] message, OutputStream out) throws IOException {
        new BodyStream(message, out).write();
        out.flush();
    }

    private void write() throws IOException {
        startLine(0);
        for (int i = nextEnd(0); i < message.length; i = nextEnd(i)) {
            boolean isWhole = message[i] == '\r' && i + 1 < message.length && message[i + 1] == '\n';
            if (!isWhole) {
                endLine(i);
            }
            i += isWhole ? 2 : 1;
            startLine(i);
        }
        flushBefore(message.length);
        byte last = message.length == 0 ? (byte) '\n' : message[message.length - 1];
        if (last != '\n' && last != '\r') {
            out.write(LINE_END);
        }
    }

    /** The place of the next CR or LF, or the end. Looked for in a loop that does nothing else, as this sees every byte. */
    private int nextEnd(int from) {
        byte[] bytes = message;
        int i = from;
        while (i < bytes.length && (bytes[i] > '\r' || bytes[i] != '\r' && bytes[i] != '\n')) {
            i++;
        }
        return i;
    }

    private void startLine(int place) throws IOException {
        if (place < message.length && message[place] == '.') {
            flushBefore(place);
            out.write('.');
        }
    }

    /** A bare CR or LF at this place becomes both. */
    private void endLine(int place) throws IOException {
        flushBefore(place);
        out.write(LINE_END);
        written = place + 1;
    }

    private void flushBefore(int end) throws IOException {
        out.write(message, written, end - written);
        written = end;
    }
}
