package org.personalize.deliver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a whole answer off the wire, and no more of it than a relay has reason to say. */
final class ReplyReader {

    /** Of a longer line the rest is skipped. */
    static final int LINE_KEPT = 4096;

    static final int REPLY_BYTES = 65_536;
    static final int REPLY_LINES = 100;

    private static final int CODE_LENGTH = 3;
    private static final int MOST_UNDERSTOOD = 64;
    private static final Pattern LINE = Pattern.compile("[2-5][0-9][0-9]([ -].*)?");

    private final Wire wire;
    private final byte[] line = new byte[LINE_KEPT];

    /** What was understood last of answers of one line: to most commands a relay always says the same. */
    private final Map<String, Reply> understood = new HashMap<>();

    private int left;

    ReplyReader(Wire wire) {
        this.wire = wire;
    }

    /**
     * @throws IOException where the line ended, the time was up, or what came is no answer
     */
    Reply read() throws IOException {
        left = REPLY_BYTES;
        String first = line();
        Reply known = understood.get(first);
        if (known != null) {
            return known;
        }
        Reply reply = read(first);
        if (isLast(first)) {
            keep(first, reply);
        }
        return reply;
    }

    private void keep(String said, Reply reply) {
        if (understood.size() >= MOST_UNDERSTOOD) {
            understood.clear();
        }
        understood.put(said, reply);
    }

    private Reply read(String first) throws IOException {
        var text = new StringBuilder();
        String said = first;
        String code = "";
        for (int i = 1; i <= REPLY_LINES; i++) {
            if (!LINE.matcher(said).matches() || !said.startsWith(code)) {
                throw new IOException("what it said is no answer of SMTP: " + (said.isEmpty() ? "a blank line" : said));
            }
            code = said.substring(0, CODE_LENGTH);
            append(said, text);
            if (isLast(said)) {
                return Reply.of(Integer.parseInt(code), text.toString());
            }
            said = i < REPLY_LINES ? line() : "";
        }
        throw new IOException("its answer has no end");
    }

    private static boolean isLast(String said) {
        return said.length() == CODE_LENGTH || said.charAt(CODE_LENGTH) == ' ';
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
