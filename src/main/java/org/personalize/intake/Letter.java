package org.personalize.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A mail that came back, taken apart without trust: lines may end in any way, parts may be cut, badly marked or nested
 * without end. Time and memory grow with its length alone.
 *
 * @param parts those with text, in the order in which they stand there
 */
record Letter(Headers headers, List<Part> parts) {

    /** A part that holds a whole mail, of which the headers are what matters. */
    static final String MAIL = "message/rfc822";

    private static final List<String> MAILS =
            List.of(MAIL, "message/global", "text/rfc822-headers", "message/global-headers", "message/partial");

    /**
     * @param type such as {@code text/plain}, in small letters
     * @param headers of the mail that it holds, if it holds one; else its own
     */
    record Part(String type, Headers headers, String text) {
        boolean isMail() {
            return type.equals(MAIL);
        }
    }

    Letter {
        parts = List.copyOf(parts);
    }

    static Letter of(byte[] bytes, int length) {
        List<String> lines = lines(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
        int from = !lines.isEmpty() && lines.get(0).startsWith("From ") ? 1 : 0;
        while (from < lines.size() && lines.get(from).isBlank()) {
            from++;
        }
        var headers = new Headers();
        int body = Headers.read(lines, from, headers);
        return new Letter(headers, new LetterParts(lines, body).of(headers));
    }

    /** Lines end with a line feed, a carriage return, or both. */
    private static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                lines.add(text.substring(start, i));
                i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
                start = i + 1;
            }
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }

    static boolean isMail(String type) {
        return MAILS.contains(type);
    }

    static String type(Headers headers, String otherwise) {
        String type = headers.first("content-type");
        int end = type.indexOf(';');
        String bare = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return bare.isEmpty() || bare.indexOf('/') < 0 ? otherwise : bare;
    }

    /** The report that it brings along and what that returns, without whatever stands around it. */
    Letter report() {
        return new Letter(
                new Headers(),
                parts.stream()
                        .dropWhile(part -> !part.type().endsWith("delivery-status"))
                        .toList());
    }

    /** All text of parts that are for people to read. */
    String text() {
        var plain = new StringBuilder();
        var html = new StringBuilder();
        for (Part part : parts) {
            if (part.type().equals("text/html")) {
                html.append(part.text()).append('\n');
            } else if (part.type().startsWith("text/")) {
                plain.append(part.text()).append('\n');
            }
        }
        return plain.toString().isBlank() ? html.toString() : plain.toString();
    }
}
