package org.personalize.report;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer of the browser, in the JSON of its DevTools protocol, of which the tests need a few fields. */
record Reply(String json) {

    private static final Pattern VALUE = Pattern.compile("\"value\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** What an expression gave; an error in it fails the test. */
    String value() {
        if (json.contains("\"exceptionDetails\"")) {
            throw new AssertionError(json);
        }
        Matcher value = VALUE.matcher(json);
        return value.find() ? unescape(value.group(1)) : "";
    }

    String id(String field) {
        return first("\"" + field + "\":\"([^\"]+)\"");
    }

    String context() {
        return first("\"executionContextId\":(\\d+)");
    }

    /** The frame within the page that shows a file; none as long as it shows none. */
    Optional<String> frameOf(String fileName) {
        Matcher matcher = Pattern.compile(
                        "\"id\":\"([^\"]+)\",\"parentId\":[^{}]*?\"url\":\"[^\"]*" + Pattern.quote(fileName) + "\"")
                .matcher(json);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private String first(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(json);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in " + json);
        }
        return matcher.group(1);
    }

    private static String unescape(String json) {
        var text = new StringBuilder();
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char kind = json.charAt(++i);
            switch (kind) {
                case 'n' -> text.append('\n');
                case 't' -> text.append('\t');
                case 'r' -> text.append('\r');
                case 'u' -> {
                    text.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> text.append(kind);
            }
        }
        return text.toString();
    }
}
