package org.personalize.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message as it stands in its {@code .eml} file.
 *
 * @param text as much of it as is shown
 * @param cut whether there is more in the file
 */
record MessageSource(String text, boolean cut) {

    /** Of somebody who is held. */
    static final MessageSource NONE = new MessageSource("", false);

    /** Enough for any sound mail; a larger one is looked at in its own file. */
    static final int SHOWN_BYTES = 256 * 1024;

    private static final Pattern ENCODED_WORD =
            Pattern.compile("=\\?([\\w-]+)\\?([BbQq])\\?([^?]*)\\?=(?:\\s+(?==\\?))?");

    record Header(String name, String value) {}

    static MessageSource read(Path eml) throws IOException {
        try (InputStream in = Files.newInputStream(eml)) {
            String shown = new String(in.readNBytes(SHOWN_BYTES), StandardCharsets.UTF_8);
            return new MessageSource(shown.replace("\r\n", "\n"), in.read() >= 0);
        }
    }

    /** The header lines, each in one piece and in readable characters. */
    List<Header> headers() {
        int end = text.indexOf("\n\n");
        String block = (end < 0 ? text : text.substring(0, end)).replaceAll("\n[ \t]+", " ");
        var headers = new ArrayList<Header>();
        for (String line : block.lines().toList()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.add(new Header(
                        line.substring(0, colon),
                        readable(line.substring(colon + 1).strip())));
            }
        }
        return headers;
    }

    private static String readable(String value) {
        return ENCODED_WORD
                .matcher(value)
                .replaceAll(word ->
                        Matcher.quoteReplacement(decoded(word.group(1), word.group(2), word.group(3), word.group())));
    }

    private static String decoded(String charset, String encoding, String word, String asItStands) {
        try {
            byte[] bytes = encoding.equalsIgnoreCase("B") ? Base64.getDecoder().decode(word) : unquoted(word);
            return new String(bytes, Charset.forName(charset));
        } catch (IllegalArgumentException notDecodable) {
            return asItStands;
        }
    }

    private static byte[] unquoted(String word) {
        var bytes = new java.io.ByteArrayOutputStream();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '=' && i + 2 < word.length()) {
                bytes.write(Integer.parseInt(word.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(c == '_' ? ' ' : c);
            }
        }
        return bytes.toByteArray();
    }
}
