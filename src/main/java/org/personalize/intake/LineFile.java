package org.personalize.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of lines, each of which is a record of its own: JSON or a line of a log, also in turns. A file whose JSON goes
 * over several lines, or stands in one long line, is read as a whole.
 */
final class LineFile {

    private final Account account;
    private final Providers providers;
    private final Pages pages;
    private final LogLine combined = new LogLine();
    private final CloudFrontLine cloudFront = new CloudFrontLine();
    private final Signs signs = new Signs();
    private boolean isFirst = true;

    LineFile(Account account, @Nullable Form only, Pages pages) {
        this.account = account;
        this.pages = pages;
        this.providers = new Providers(account, only);
    }

    void read(Lines lines) throws IOException {
        while (lines.next()) {
            if (lines.isBlank()) {
                continue;
            }
            int sign = lines.firstSign();
            boolean isJson = sign == '{' || sign == '[';
            if (isJson && isFirst && goesOn(lines, sign)) {
                providers.readAll(lines.rest(), lines.number());
                return;
            }
            isFirst = false;
            long unreadable = lines.isEnded() ? 0 : account.unreadableRecords();
            if (lines.isTooLong()) {
                account.unreadable(lines.number(), "a line of more than " + Lines.LONGEST_LINE / 1024 / 1024 + " MB");
            } else if (isJson) {
                providers.readLine(lines.bytes(), lines.from(), lines.to(), lines.number());
            } else {
                readLog(lines.text(StandardCharsets.UTF_8), lines.number());
            }
            if (!lines.isEnded() && !lines.isTooLong() && account.unreadableRecords() > unreadable) {
                account.lastIsUnfinished();
            }
        }
    }

    private void readLog(String line, long number) {
        if (line.charAt(0) == '#') {
            cloudFront.learn(line);
            return;
        }
        boolean isTabbed = cloudFront.isKnown() && line.indexOf('\t') > 0;
        Request request = isTabbed ? cloudFront.read(line) : combined.read(line);
        if (request == null) {
            account.unreadable(number, "no form that is known, or a line that was cut");
            return;
        }
        Form form = isTabbed ? Form.CLOUDFRONT : Form.ACCESS_LOG;
        Request.Meaning meaning = request.meaning(form, number, pages, signs);
        meaning.draft().ifPresent(draft -> account.event(draft.done()));
        account.took(form, meaning.whyNot());
    }

    /** Whether the JSON that begins on the first line ends on a later one; a damaged line among whole ones does not count. */
    private static boolean goesOn(Lines lines, int sign) {
        if (lines.isTooLong()) {
            return true;
        }
        int end = lines.to();
        byte[] bytes = lines.bytes();
        while (end > lines.from() && (bytes[end - 1] >= 0 && bytes[end - 1] <= ' ' || bytes[end - 1] == ',')) {
            end--;
        }
        boolean isClosed = end > lines.from() && bytes[end - 1] == (sign == '{' ? '}' : ']');
        return !isClosed && !(sign == '{' && lines.following().startsWith("{"));
    }
}
