package org.personalize.render;

import org.jspecify.annotations.Nullable;
import org.personalize.template.Blocks;

/**
 * What is filled in between a template's own text in one mail, entities decoded: before its first block, between one and
 * the next, and behind the last.
 */
final class Gaps {

    /** The end of what hides an element, before a colon; a value that stands in a style might be part of it. */
    private static final String HIDING = "play";

    /** What may be more than itself. */
    private static final String SIGNS = "<>\"'&:";

    private static final int ASCII = 128;

    /** Most characters are nothing but themselves. */
    private static final boolean[] PLAIN = plain();

    private final @Nullable String[] values;
    private final int filled;

    private Gaps(@Nullable String[] values, int filled) {
        this.values = values;
        this.filled = filled;
    }

    /** What is filled in; null where a value might be read as more than words, or otherwise than as it stands. */
    static @Nullable Gaps of(Page page) {
        Blocks blocks = page.blocks();
        String html = page.html();
        var values = new @Nullable String[blocks.size() + 1];
        int filled = 0;
        int from = 0;
        for (int i = 0; i < values.length; i++) {
            int to = i < blocks.size() ? blocks.start(i) : html.length();
            if (to > from) {
                values[i] = content(html, from, to);
                if (values[i] == null) {
                    return null;
                }
                filled++;
            }
            from = i < blocks.size() ? blocks.end(i) : to;
        }
        return new Gaps(values, filled);
    }

    /** How many gaps hold something. */
    int filled() {
        return filled;
    }

    boolean isFilled(int gap) {
        return values[gap] != null;
    }

    String value(int gap) {
        String value = values[gap];
        if (value == null) {
            throw new IllegalStateException("nothing is filled in at gap " + gap);
        }
        return value;
    }

    private static @Nullable String content(String html, int from, int to) {
        boolean hasEntities = false;
        for (int i = from; i < to; i++) {
            char c = html.charAt(i);
            if (c < PLAIN.length && PLAIN[c]) {
                continue;
            }
            boolean isBlankWithin = c == ' ' && i > from && i < to - 1 && html.charAt(i - 1) != ' ';
            boolean isHarmless =
                    c == ':' && !(i - from >= HIDING.length() && html.startsWith(HIDING, i - HIDING.length()));
            boolean isForeign = c >= PLAIN.length && isVisible(c) && !Marks.isMark(c);
            if (!isBlankWithin && !isHarmless && !isForeign && c != '&') {
                return null;
            }
            hasEntities |= c == '&';
        }
        boolean isSeparator = to == from + 1 && TextLinks.isSeparator(html.charAt(from));
        return isSeparator ? null : hasEntities ? decoded(html, from, to) : html.substring(from, to);
    }

    private static boolean[] plain() {
        var plain = new boolean[ASCII];
        for (char c = '!'; c < ASCII; c++) {
            plain[c] = SIGNS.indexOf(c) < 0;
        }
        return plain;
    }

    private static boolean isVisible(char c) {
        return c > ' ' && !TextWords.isInvisible(c);
    }

    private static @Nullable String decoded(String html, int from, int to) {
        var text = new StringBuilder(to - from);
        int at = from;
        while (at < to) {
            if (html.charAt(at) != '&') {
                text.append(html.charAt(at));
                at++;
                continue;
            }
            int end = Entities.end(html, at, to);
            String decoded = end == at ? "" : Entities.decoded(html, at, end);
            if (decoded.isEmpty() || !decoded.chars().allMatch(c -> isVisible((char) c) && c != '\u00A0')) {
                return null;
            }
            text.append(decoded);
            at = end;
        }
        return text.toString();
    }
}
