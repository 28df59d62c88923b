package org.personalize.deliver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reads a whole answer off the wire, and no more of it than a relay has reason to say. */
final class ReplyReader {

    /** Of a longer line the rest is skipped. */
    static final int LINE_KEPT = 4096;

    static final int REPLY_BYTES = 65_536;
    static final int REPLY_LINES = 100;

    private static final int CODE_LENGTH = 3;
    private static final Pattern LINE = Pattern.compile("[2-5][0-9][0-9]([ -].*)?");

    private final Wire wire;
    private final byte[] line = new byte[LINE_KEPT];
    private int left;

    ReplyReader(Wire wire) {
        this.wire = wire;
    }

    /**
     * @throws IOException where the line ended, the time was up, or what came is no answer
     */
    Reply read() throws IOException {
        left = REPLY_BYTES;
        var text = new StringBuilder();
        String code = "";
        for (int i = 0; i < REPLY_LINES; i++) {
            String said = line();
            if (!LINE.matcher(said).matches() || !said.startsWith(code)) {
                throw new IOException("what it said is no answer");
            }
            code = said.substring(0, CODE_LENGTH);
            boolean isLast = said.length() == CODE_LENGTH || said.charAt(CODE_LENGTH) == ' ';
            append(said, text);
            if (isLast) {
                return Reply.of(Integer.parseInt(code), text.toString());
            }
        }
        throw new IOException("its answer has no end");
    }

    /** A status that every line repeats is said once. */
    private static void append(String said, StringBuilder text) {
        if (said.length() > CODE_LENGTH + 1 && text.length() <= Reply.LONGEST) {
            text.append(text.length() == 0 ? "" : " ").append(said, CODE_LENGTH + 1, said.length());
        }
    }

    private String line() throws IOException {
        int length = 0;
        while (left-- > 0) {
            byte next = wire.read();
            if (next == '\n') {
                int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
                return new String(line, 0, end, StandardCharsets.UTF_8);
            }
            if (length < line.length) {
                line[length++] = next;
            }
        }
        throw new IOException("its answer is too long");
    }
}
