package org.personalize.intake;

import java.util.regex.Pattern;

/** A line of a web server's log. */
final class LogLine {

    private static final Pattern COMBINED = Pattern.compile("^\\S+ \\S+ .{0,200}\\[\\d{1,2}/\\w{3}/\\d{4}:[^\\]]+\\] \".*");

    private LogLine() {}

    static boolean isLog(String line) {
        return line.startsWith("#Version:") || line.startsWith("#Fields:") || COMBINED.matcher(line).matches();
    }
}
