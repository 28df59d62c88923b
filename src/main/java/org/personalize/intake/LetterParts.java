package org.personalize.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.personalize.intake.Letter.Part;

/** Takes the body of a mail apart into those parts that hold something, line by line and without recursion. */
final class LetterParts {

    /** Parts nested deeper are not looked into; mailers nest three or four. */
    static final int DEEPEST = 20;

    /** Further parts are not looked at; a report has three. */
    static final int MOST_PARTS = 200;

    private static final String REPORT = "multipart/report";

    private static final Pattern BOUNDARY =
            Pattern.compile("(?i)boundary\\s*=\\s*(?:\"([^\"]{1,200})\"|([^\\s;\"]{1,200}))");

    private final List<String> lines;
    private final int start;
    private final List<String> boundaries = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private Headers headers = new Headers();
    private String type = "";
    private List<String> text = new ArrayList<>();
    private boolean isSkipping;

    LetterParts(List<String> lines, int start) {
        this.lines = lines;
        this.start = start;
    }

    List<Part> of(Headers whole) {
        int at = enter(whole, start);
        while (at < lines.size()) {
            String line = lines.get(at);
            int level = line.startsWith("--") ? level(line) : -1;
            if (level < 0) {
                keep(line);
                at++;
            } else {
                at = turn(level, line, at + 1);
            }
        }
        close();
        return parts.isEmpty() ? List.of(everything(whole)) : parts;
    }

    /** The marks of a broken mail mean nothing: it is one text. */
    private Part everything(Headers whole) {
        boolean isMultipart = type(whole).startsWith("multipart/");
        Headers plain = isMultipart ? new Headers() : whole;
        return new Part(
                "text/plain", whole, PartText.of(plain, lines.subList(Math.min(start, lines.size()), lines.size())));
    }

    private static String type(Headers headers) {
        return Letter.type(headers, "text/plain");
    }

    private void keep(String line) {
        if (!isSkipping && parts.size() < MOST_PARTS) {
            text.add(line);
        }
    }

    /** Which of the open boundaries a line is, innermost last; -1 for none. */
    private int level(String line) {
        for (int i = boundaries.size() - 1; i >= 0; i--) {
            if (line.startsWith(boundaries.get(i), 2)) {
                String rest = line.substring(2 + boundaries.get(i).length()).strip();
                if (rest.isEmpty() || rest.equals("--")) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** At a boundary: what was open ends, and the next part begins unless it is the last. */
    private int turn(int level, String line, int next) {
        close();
        boolean isLast = line.strip().length() == 4 + boundaries.get(level).length();
        boundaries.subList(isLast ? level : level + 1, boundaries.size()).clear();
        if (isLast) {
            isSkipping = true;
            return next;
        }
        var own = new Headers();
        int body = next < lines.size() && !lines.get(next).isBlank() && !Headers.isField(lines.get(next))
                ? next
                : Headers.read(lines, next, own);
        return enter(own, body);
    }

    private int enter(Headers own, int body) {
        headers = own;
        type = type(own);
        text = new ArrayList<>();
        isSkipping = false;
        Matcher boundary = BOUNDARY.matcher(own.first("content-type"));
        if (type.startsWith("multipart/") && boundary.find() && boundaries.size() < DEEPEST) {
            boundaries.add(boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
            isSkipping = true;
        } else if (Letter.isMail(type)) {
            return enterMail(own, body);
        }
        return body;
    }

    /** Of a mail within the mail the headers are kept apart; where they are encoded, they are read when it ends. */
    private int enterMail(Headers own, int body) {
        type = Letter.MAIL;
        String encoding = own.first("content-transfer-encoding");
        if (encoding.equalsIgnoreCase("base64") || encoding.equalsIgnoreCase("quoted-printable")) {
            return body;
        }
        int from = body;
        while (from < lines.size()
                && (lines.get(from).isBlank() || lines.get(from).startsWith("From "))) {
            from++;
        }
        if (from < lines.size() && level(lines.get(from)) >= 0) {
            return from;
        }
        headers = new Headers();
        int end = readUpToBoundary(from);
        return type(headers).equals(REPORT) ? enterReport(end) : end;
    }

    /** A report that somebody passed on as a whole is looked into as if it had come by itself. */
    private int enterReport(int body) {
        close();
        return enter(headers, body);
    }

    private int readUpToBoundary(int from) {
        int end = from;
        while (end < lines.size()
                && !lines.get(end).isBlank()
                && !(lines.get(end).startsWith("--") && level(lines.get(end)) >= 0)) {
            end++;
        }
        Headers.read(lines.subList(from, end), 0, headers);
        return end;
    }

    private void close() {
        if (isSkipping || parts.size() >= MOST_PARTS || type.isEmpty()) {
            return;
        }
        if (type.equals(Letter.MAIL)
                && headers.has("content-transfer-encoding")
                && headers.has("content-type")
                && !headers.has("from")) {
            List<String> decoded = PartText.of(headers, text).lines().toList();
            headers = new Headers();
            Headers.read(decoded, 0, headers);
        }
        boolean isText = type.startsWith("text/") || type.startsWith("message/");
        if (isText && (!String.join("", text).isBlank() || type.equals(Letter.MAIL) && !headers.isEmpty())) {
            parts.add(new Part(type, headers, PartText.of(headers, text)));
        }
    }
}
