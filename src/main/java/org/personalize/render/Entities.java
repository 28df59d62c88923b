package org.personalize.render;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.parser.Parser;

/** Character references such as {@literal &}amp; and {@literal &}#8364;, decoded; jsoup knows all names but takes its time. */
final class Entities {

    /** The longest name in HTML is 31 letters long. */
    private static final int LONGEST = 34;

    /** HTML has about 2,200 names; beyond this the rest is foreign text, not worth keeping. */
    private static final int MOST_KEPT = 4096;

    private static final int DECIMAL = 10;
    private static final int HEXADECIMAL = 16;
    private static final int MOST_DIGITS = 7;

    private static final Map<String, String> KEPT = new ConcurrentHashMap<>();

    private Entities() {}

    /** One past the reference that starts at an ampersand, or the ampersand's own place when it is only a character. */
    static int end(String source, int at, int limit) {
        int most = Math.min(limit, at + LONGEST);
        for (int i = at + 1; i < most; i++) {
            char c = source.charAt(i);
            if (c == ';') {
                return i > at + 1 ? i + 1 : at;
            }
            if (c != '#' && !Character.isLetterOrDigit(c)) {
                return at;
            }
        }
        return at;
    }

    /** The characters meant by {@literal &}name; or {@literal &}#number;; an unknown name stays as it is. */
    static String decoded(String source, int from, int to) {
        return switch (to - from) {
            case 4 ->
                source.startsWith("&lt;", from) ? "<" : source.startsWith("&gt;", from) ? ">" : rare(source, from, to);
            case 5 ->
                source.startsWith("&amp;", from)
                        ? "&"
                        : source.startsWith("&#39;", from) ? "'" : rare(source, from, to);
            case 6 ->
                source.startsWith("&quot;", from)
                        ? "\""
                        : source.startsWith("&nbsp;", from) ? "\u00A0" : rare(source, from, to);
            default -> rare(source, from, to);
        };
    }

    /** A whole attribute value. */
    static String unescape(String value) {
        int ampersand = value.indexOf('&');
        if (ampersand < 0) {
            return value;
        }
        var text = new StringBuilder(value.length());
        int from = 0;
        while (ampersand >= 0) {
            int end = end(value, ampersand, value.length());
            text.append(value, from, ampersand).append(end > ampersand ? decoded(value, ampersand, end) : "&");
            from = Math.max(end, ampersand + 1);
            ampersand = value.indexOf('&', from);
        }
        return text.append(value, from, value.length()).toString();
    }

    private static String rare(String source, int from, int to) {
        if (source.charAt(from + 1) == '#') {
            return numbered(source, from + 2, to - 1);
        }
        String entity = source.substring(from, to);
        String known = KEPT.get(entity);
        if (known == null) {
            known = Parser.unescapeEntities(entity, true);
            if (KEPT.size() < MOST_KEPT) {
                KEPT.put(entity, known);
            }
        }
        return known;
    }

    private static String numbered(String source, int from, int to) {
        boolean isHexadecimal = to > from && (source.charAt(from) | ' ') == 'x';
        int start = isHexadecimal ? from + 1 : from;
        int code = to - start > MOST_DIGITS ? -1 : parse(source, start, to, isHexadecimal ? HEXADECIMAL : DECIMAL);
        boolean isCharacter =
                code > 0 && Character.isValidCodePoint(code) && (code > Character.MAX_VALUE || !isSurrogate(code));
        return isCharacter ? Character.toString(code) : "\uFFFD";
    }

    private static boolean isSurrogate(int code) {
        return Character.isSurrogate((char) code);
    }

    private static int parse(String source, int from, int to, int radix) {
        int code = to > from ? 0 : -1;
        for (int i = from; i < to && code >= 0; i++) {
            int digit = Character.digit(source.charAt(i), radix);
            code = digit < 0 ? -1 : code * radix + digit;
        }
        return code;
    }
}
