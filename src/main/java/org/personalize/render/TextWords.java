package org.personalize.render;

/** Writes the words between the tags into a text part: blanks joined, entities decoded, invisible characters left out. */
final class TextWords {

    private final String html;
    private final char[] chars;
    private final TextLinks links;

    TextWords(String html, char[] chars, TextLinks links) {
        this.html = html;
        this.chars = chars;
        this.links = links;
    }

    /** What stands between two tags. */
    void take(TextLines lines, int from, int to, boolean isPreformatted) {
        if (isPreformatted) {
            preformatted(lines, html.substring(from, to));
            return;
        }
        int at = from;
        while (at < to) {
            char c = chars[at];
            if (c <= ' ') {
                lines.blank();
                at++;
            } else if (c == '&') {
                at = entity(lines, at, to);
            } else {
                int end = at + 1;
                while (end < to && chars[end] > ' ' && chars[end] != '&') {
                    end++;
                }
                word(lines, at, end);
                at = end;
            }
        }
    }

    private void word(TextLines lines, int from, int to) {
        int start = from;
        for (int i = from; i < to; i++) {
            if (isInvisible(chars[i])) {
                writeWord(lines, start, i);
                start = i + 1;
            }
        }
        writeWord(lines, start, to);
    }

    private void writeWord(TextLines lines, int from, int to) {
        if (to == from || to == from + 1 && links.isEndedBy(lines, chars[from])) {
            return;
        }
        links.flush(lines, false);
        lines.word(chars, from, to);
    }

    /** Soft hyphens and the fillers that keep a preview line empty; joiners stay, emoji and scripts need them. */
    private static boolean isInvisible(char c) {
        return c >= '\u00AD' && (c == '\u00AD' || c == '\u034F' || c == '\u200B' || c == '\uFEFF');
    }

    private int entity(TextLines lines, int at, int limit) {
        int end = Entities.end(html, at, limit);
        visible(lines, end > at ? Entities.decoded(html, at, end) : "&");
        return Math.max(end, at + 1);
    }

    /** A character or two that are text, however they were written. */
    void visible(TextLines lines, String text) {
        var kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isInvisible(c) && c >= ' ') {
                kept.append(c == '\u00A0' ? ' ' : c);
            }
        }
        if (!kept.toString().isBlank()) {
            links.flush(lines, false);
            lines.word(kept.toString());
        } else {
            lines.blank();
        }
    }

    private static void preformatted(TextLines lines, String source) {
        String decoded = Entities.unescape(source).replace("\r\n", "\n");
        for (String line : decoded.split("\n", -1)) {
            lines.rawLine(line);
        }
    }
}
