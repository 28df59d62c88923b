package org.personalize.deliver;

import jakarta.mail.util.StreamProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** One text of a message, with the line ends of mail: as it is where every relay passes it on, else as quoted-printable. */
final class BodyText {

    /** What no line of a message may exceed, its end aside. */
    private static final int LONGEST_LINE = 998;

    /** Looked up once: the search goes through the whole class path. */
    private static final StreamProvider STREAMS = StreamProvider.provider();

    private final String text;
    private final boolean isPlain;

    private BodyText(String text) {
        this.text = text;
        this.isPlain = isPlain(text);
    }

    static BodyText of(String text) {
        return new BodyText(withMailLineEnds(EncodedWords.wellFormed(text)));
    }

    /** The value of Content-Transfer-Encoding. */
    String encoding() {
        return isPlain ? "7bit" : "quoted-printable";
    }

    void writeTo(OutputStream out) throws IOException {
        if (isPlain) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
            return;
        }
        OutputStream quoted = STREAMS.outputQP(out);
        quoted.write(text.getBytes(StandardCharsets.UTF_8));
        quoted.flush();
    }

    /** Whatever ends a line, CR and LF together end it in a message. */
    private static String withMailLineEnds(String text) {
        var lines = new StringBuilder(text.length() + text.length() / 16);
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\n') {
                lines.append(text, start, i).append("\r\n");
                i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
                start = i + 1;
            }
        }
        return lines.append(text, start, text.length()).toString();
    }

    private static boolean isPlain(String text) {
        int lineStart = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                lineStart = i + 1;
            } else if (c != '\r' && (i - lineStart >= LONGEST_LINE || c > '~' || (c < ' ' && c != '\t'))) {
                return false;
            }
        }
        return true;
    }
}
