package org.personalize.render;

import java.util.Locale;

/**
 * A template source as its HTML alone: directives and template comments are blanked and values become letters, each of
 * the same length, so that every position and line stays where it was.
 *
 * <p>Within a tag or a style block, what stands between a directive and its end is blanked too: it may or may not be
 * there, so no style can be decided by it.
 */
final class FtlMask {

    /** Stands for a character of a value; allowed in names and values of HTML and CSS, and never found in a mail. */
    static final char VALUE = '\uE000';

    private final String source;
    private final char[] masked;
    private boolean isInTag;
    private boolean isInStyle;
    private boolean startsStyle;
    private char quote;

    private FtlMask(String source) {
        this.source = source;
        this.masked = source.toCharArray();
    }

    static String of(String source) {
        var mask = new FtlMask(source);
        int at = 0;
        while (at < source.length()) {
            at = mask.step(at);
        }
        return new String(mask.masked);
    }

    static boolean isDynamic(String text) {
        return text.indexOf(VALUE) >= 0;
    }

    private int step(int at) {
        if (source.startsWith("<#--", at)) {
            int end = source.indexOf("-->", at);
            return fill(at, end < 0 ? source.length() : end + "-->".length(), ' ');
        }
        if (isDirective(at)) {
            int end = directiveEnd(at);
            return fill(at, isInTag || isInStyle ? Math.max(end, blockEnd(at, end)) : end, ' ');
        }
        if (source.startsWith("${", at)) {
            return fill(at, interpolationEnd(at + 2), VALUE);
        }
        html(at);
        return at + 1;
    }

    private boolean isDirective(int at) {
        return source.startsWith("<#", at)
                || source.startsWith("</#", at)
                || source.startsWith("<@", at)
                || source.startsWith("</@", at);
    }

    private void html(int at) {
        char c = source.charAt(at);
        if (isInTag) {
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                isInTag = false;
                isInStyle = startsStyle;
                startsStyle = false;
            }
        } else if (c == '<' && at + 1 < source.length() && isTagStart(at + 1)) {
            isInTag = true;
            startsStyle = isNamed(at + 1, "style");
            isInStyle = isInStyle && !isNamed(at + 1, "/style");
        }
    }

    private boolean isTagStart(int at) {
        return Character.isLetter(source.charAt(at)) || source.charAt(at) == '/';
    }

    private boolean isNamed(int at, String name) {
        return source.regionMatches(true, at, name, 0, name.length());
    }

    /** One past the {@code >} of a directive; one inside brackets or a string does not end it. */
    private int directiveEnd(int at) {
        int depth = 0;
        for (int i = at + 2; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '"' || c == '\'') {
                i = stringEnd(i);
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            } else if (c == '>' && depth <= 0) {
                return i + 1;
            }
        }
        return source.length();
    }

    private int interpolationEnd(int from) {
        int depth = 1;
        for (int i = from; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '"' || c == '\'') {
                i = stringEnd(i);
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i + 1;
            }
        }
        return source.length();
    }

    private int stringEnd(int at) {
        char open = source.charAt(at);
        for (int i = at + 1; i < source.length(); i++) {
            if (source.charAt(i) == '\\') {
                i++;
            } else if (source.charAt(i) == open) {
                return i;
            }
        }
        return source.length();
    }

    /** One past the end directive that belongs to a directive; the directive's own start when it has none. */
    private int blockEnd(int at, int directiveEnd) {
        int nameEnd = at + 2;
        while (nameEnd < source.length()
                && (Character.isLetterOrDigit(source.charAt(nameEnd)) || source.charAt(nameEnd) == '.')) {
            nameEnd++;
        }
        if (source.charAt(at + 1) == '/' || source.charAt(directiveEnd - 2) == '/') {
            return at;
        }
        String name = source.substring(at + 1, nameEnd).toLowerCase(Locale.ROOT);
        int depth = 1;
        for (int i = directiveEnd; i < source.length(); i++) {
            if (source.startsWith("<" + name, i)) {
                depth++;
            } else if (source.startsWith("</" + name, i) && --depth == 0) {
                return directiveEnd(i);
            }
        }
        return at;
    }

    private int fill(int from, int to, char filling) {
        for (int i = from; i < to; i++) {
            char c = source.charAt(i);
            masked[i] = c == '\n' || c == '\r' ? c : filling;
        }
        return to;
    }
}
