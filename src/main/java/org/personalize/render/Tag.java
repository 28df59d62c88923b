package org.personalize.render;

import org.jspecify.annotations.Nullable;

/** Reading one tag where it stands in its source, without a tree. */
final class Tag {

    private Tag() {}

    /** One past the {@code >} that ends the tag starting at {@code from}; an unended tag ends with the source. */
    static int end(String html, int from) {
        int end = html.indexOf('>', from);
        while (end > 0 && isInsideQuotes(html, from, end)) {
            end = html.indexOf('>', end + 1);
        }
        return end < 0 ? html.length() : end + 1;
    }

    /** A tag hardly ever holds a {@code >} in a value, and then it does not follow the quote that ends one: the count is rarely needed. */
    static boolean isInsideQuotes(String html, int from, int end) {
        char before = html.charAt(end - 1);
        if ((before == '"' || before == '\'') && !isAfterEquals(html, end - 1)) {
            return false;
        }
        char open = 0;
        for (int i = from; i < end; i++) {
            char c = html.charAt(i);
            if (open == 0 && (c == '"' || c == '\'') && isAfterEquals(html, i)) {
                open = c;
            } else if (c == open) {
                open = 0;
            }
        }
        return open != 0;
    }

    private static boolean isAfterEquals(String html, int quote) {
        int i = quote - 1;
        while (i > 0 && html.charAt(i) <= ' ') {
            i--;
        }
        return html.charAt(i) == '=';
    }

    /** The decoded value of an attribute, "" when it has none, null when the tag has no such attribute. */
    static @Nullable String attribute(String html, int from, int to, String name) {
        int start = valueStart(html, from, to, name);
        if (start < 0) {
            return null;
        }
        return Entities.unescape(html.substring(start, valueEnd(html, start, to)));
    }

    /** Where the value of an attribute starts, behind its quote; -1 when the tag has no such attribute. */
    static int valueStart(String html, int from, int to, String name) {
        int i = nameEnd(html, from + 1, to);
        while (i < to) {
            i = skipBlanks(html, i, to);
            int nameStart = i;
            i = nameEnd(html, i, to);
            boolean isWanted =
                    i - nameStart == name.length() && html.regionMatches(true, nameStart, name, 0, name.length());
            int equals = skipBlanks(html, i, to);
            if (equals >= to || html.charAt(equals) != '=') {
                if (isWanted) {
                    return i;
                }
                i = Math.max(equals, nameStart + 1);
                continue;
            }
            int value = skipBlanks(html, equals + 1, to);
            boolean isQuoted = value < to && (html.charAt(value) == '"' || html.charAt(value) == '\'');
            int start = isQuoted ? value + 1 : value;
            if (isWanted) {
                return start;
            }
            i = valueEnd(html, start, to) + (isQuoted ? 1 : 0);
        }
        return -1;
    }

    /** Where the value that starts here ends. */
    static int valueEnd(String html, int start, int to) {
        char quote = html.charAt(start - 1);
        if (quote == '"' || quote == '\'') {
            int end = html.indexOf(quote, start);
            return end < 0 || end > to ? to : end;
        }
        int end = start;
        while (end < to && html.charAt(end) > ' ' && html.charAt(end) != '>') {
            end++;
        }
        return html.charAt(start - 1) == '=' || html.charAt(start - 1) <= ' ' ? end : start;
    }

    private static int skipBlanks(String html, int from, int to) {
        int i = from;
        while (i < to && (html.charAt(i) <= ' ' || html.charAt(i) == '/')) {
            i++;
        }
        return i;
    }

    private static int nameEnd(String html, int from, int to) {
        int i = from;
        while (i < to
                && html.charAt(i) > ' '
                && html.charAt(i) != '='
                && html.charAt(i) != '>'
                && html.charAt(i) != '/') {
            i++;
        }
        return i;
    }
}
