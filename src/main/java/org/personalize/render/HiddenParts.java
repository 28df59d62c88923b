package org.personalize.render;

/** What a mail program does not show: comments, and elements that their style hides; found without a tree. */
final class HiddenParts {

    private static final String DISPLAY = "display:";
    private static final String NONE = "none";
    private static final String NONE_AFTER_BLANK = " none";

    private final String html;

    HiddenParts(String html) {
        this.html = html;
    }

    /** Whether the tag between two positions hides its element. */
    boolean isHidden(int at, int end) {
        for (int i = at; i < end; i++) {
            if (html.charAt(i) == 'd' && html.startsWith(DISPLAY, i) && isNone(i + DISPLAY.length())) {
                return true;
            }
        }
        return false;
    }

    private boolean isNone(int value) {
        return html.startsWith(NONE, value) || html.startsWith(NONE_AFTER_BLANK, value);
    }

    /** Behind a comment, a conditional comment or a declaration. */
    int commentEnd(int at) {
        boolean isComment = html.startsWith("<!--", at);
        int end = isComment ? html.indexOf("-->", at + 2) : html.indexOf('>', at);
        return end < 0 ? html.length() : end + (isComment ? "-->".length() : 1);
    }

    /** Behind the end tag that belongs to a start tag, elements of the same name within it counted. */
    int elementEnd(String name, int from) {
        int depth = 1;
        int at = html.indexOf('<', from);
        while (at >= 0 && at + 1 < html.length()) {
            if (html.charAt(at + 1) == '!') {
                at = html.indexOf('<', commentEnd(at));
                continue;
            }
            boolean isEnd = html.charAt(at + 1) == '/';
            int nameStart = isEnd ? at + 2 : at + 1;
            if (html.regionMatches(true, nameStart, name, 0, name.length()) && isNameEnd(nameStart + name.length())) {
                depth += isEnd ? -1 : 1;
                if (depth == 0) {
                    return Tag.end(html, at);
                }
            }
            at = html.indexOf('<', at + 1);
        }
        return html.length();
    }

    private boolean isNameEnd(int at) {
        return at >= html.length() || !isNameCharacter(html.charAt(at));
    }

    static boolean isNameCharacter(char c) {
        return c > ' ' && c != '>' && c != '/';
    }
}
