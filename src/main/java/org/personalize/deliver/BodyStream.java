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
        boolean isLineStart = true;
        for (int i = 0; i < message.length; i++) {
            byte b = message[i];
            if (b > '.') {
                isLineStart = false;
                continue;
            }
            if (b == '.' && isLineStart) {
                flushBefore(i);
                out.write('.');
            } else if (b == '\n' && (i == 0 || message[i - 1] != '\r')) {
                endLine(i);
            } else if (b == '\r' && (i + 1 == message.length || message[i + 1] != '\n')) {
                endLine(i);
            }
            isLineStart = b == '\n' || b == '\r';
        }
        flushBefore(message.length);
        if (!isLineStart) {
            out.write(LINE_END);
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
