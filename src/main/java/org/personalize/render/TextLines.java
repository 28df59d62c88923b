package org.personalize.render;

import java.util.Arrays;

/**
 * Lines of plain text being written: words wrapped, at most one blank line, lists and quotes indented. Nothing is written
 * for a break until something visible follows it, so a text never starts or ends with blank lines.
 */
class TextLines {

    /** Where lines are wrapped: what RFC 5322 recommends. A word that is longer, such as an address, stays whole. */
    static final int WIDTH = 78;

    static final int UNBOUNDED = Integer.MAX_VALUE;

    private static final int SHORT_LENGTH = 64;

    private final int width;
    private char[] out;
    private int length;
    private int lineStart;
    private int lastBlank = -1;
    private int pendingBreaks;
    private boolean hasPendingBlank;
    private int headingStart;
    private String indent = "";
    private String bullet = "";

    TextLines(int width) {
        this(width, new char[SHORT_LENGTH]);
    }

    /** @param room is written over */
    TextLines(int width, char[] room) {
        this.width = width;
        this.out = room;
    }

    /** The array that was written to; the given one, unless it was too short. */
    final char[] room() {
        return out;
    }

    /** Characters written so far: the same number twice means that nothing visible came between. */
    final int length() {
        return length;
    }

    final boolean isAtLineStart() {
        return length == 0 || pendingBreaks > 0;
    }

    /** How many line breaks come before whatever is written next. */
    final int pendingBreaks() {
        return pendingBreaks;
    }

    final boolean hasPendingBlank() {
        return hasPendingBlank;
    }

    final void blank() {
        hasPendingBlank = true;
    }

    /** Forgets a blank that nothing was written after. */
    final void dropBlank() {
        hasPendingBlank = false;
    }

    final void line() {
        pendingBreaks = Math.max(pendingBreaks, 1);
    }

    final void paragraph() {
        pendingBreaks = 2;
    }

    /** What every further line starts with; the next line starts with the bullet instead where there is one. */
    void indent(String text, String nextBullet) {
        indent = text;
        bullet = nextBullet;
    }

    final void word(String text) {
        word(text, 0, text.length());
    }

    void word(String source, int from, int to) {
        open();
        put(source, from, to);
        wrap();
    }

    /** Words with one blank between them, at each of which a line may end. */
    final void run(String text) {
        open();
        int first = length;
        put(text, 0, text.length());
        wrap(first);
    }

    /** Words and blanks of a text that is no HTML any more. */
    final void words(String text) {
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) <= ' ') {
                if (i > from) {
                    word(text, from, i);
                }
                if (i < text.length()) {
                    blank();
                }
                from = i + 1;
            }
        }
    }

    /** A line as it stands: its blanks are kept, and it is not wrapped. */
    void rawLine(String text) {
        raw(text);
    }

    private void raw(String text) {
        line();
        if (!text.isBlank()) {
            open();
            String shown = text.stripTrailing();
            put(shown, 0, shown.length());
        }
        line();
    }

    /** Says that what was written last is told by what follows, unless a sign says so already. */
    void colon() {
        char last = length == 0 ? '\n' : out[length - 1];
        if (Character.isLetterOrDigit(last) || last == ')') {
            open();
            put(":", 0, 1);
            wrap();
        }
    }

    /** A heading begins. */
    void startHeading() {
        headingStart = length;
    }

    /** Whether anything was written since the last heading began. */
    final boolean hasHeading() {
        return length > headingStart;
    }

    /** Draws a line below the heading, as long as the longest of its own. */
    void underline(String sign) {
        int longest = 0;
        int current = 0;
        for (int i = headingStart; i < length; i++) {
            current = out[i] == '\n' ? 0 : current + 1;
            longest = Math.max(longest, current);
        }
        raw(sign.repeat(longest));
    }

    /** What was written from a length on, in one line; nothing where a cell has begun since, which has a text of its own. */
    final String written(int from) {
        return from < length ? new String(out, from, length - from).replace('\n', ' ') : "";
    }

    @Override
    public final String toString() {
        return length == 0 ? "" : new String(out, 0, length) + "\n";
    }

    private void open() {
        if (isAtLineStart()) {
            for (int i = length == 0 ? pendingBreaks : 0; i < pendingBreaks; i++) {
                append('\n');
            }
            startLine();
        } else if (hasPendingBlank) {
            lastBlank = length;
            append(' ');
        }
        hasPendingBlank = false;
    }

    private void startLine() {
        pendingBreaks = 0;
        lineStart = length;
        lastBlank = -1;
        String start = bullet.isEmpty() ? indent : bullet;
        bullet = "";
        put(start, 0, start.length());
    }

    /** Ends lines at the last blank before they grow too long, or else at the first one behind; from a place on all blanks may be ends. */
    private void wrap(int first) {
        int seen = first;
        while (length - lineStart > width) {
            int fits = Math.max(seen, lineStart + width);
            int blank = fits;
            while (blank >= seen && (blank >= length || out[blank] != ' ')) {
                blank--;
            }
            if (blank >= seen) {
                lastBlank = blank;
            } else if (lastBlank < 0) {
                int next = fits + 1;
                while (next < length && out[next] != ' ') {
                    next++;
                }
                if (next >= length) {
                    return;
                }
                lastBlank = next;
            }
            breakAtLastBlank();
            seen = Math.max(seen, lineStart) + indent.length();
        }
        int last = length - 1;
        while (last >= seen && out[last] != ' ') {
            last--;
        }
        lastBlank = last >= seen ? last : lastBlank;
    }

    /** Moves the last word to a line of its own when the line has grown too long. */
    private void wrap() {
        if (length - lineStart > width && lastBlank >= 0) {
            breakAtLastBlank();
        }
    }

    private void breakAtLastBlank() {
        int tail = lastBlank + 1;
        if (!indent.isEmpty()) {
            reserve(indent.length());
            System.arraycopy(out, tail, out, tail + indent.length(), length - tail);
            indent.getChars(0, indent.length(), out, tail);
            length += indent.length();
        }
        out[lastBlank] = '\n';
        lineStart = tail;
        lastBlank = -1;
    }

    private void put(String source, int from, int to) {
        reserve(to - from);
        source.getChars(from, to, out, length);
        length += to - from;
    }

    private void append(char c) {
        reserve(1);
        out[length++] = c;
    }

    private void reserve(int more) {
        if (length + more > out.length) {
            out = Arrays.copyOf(out, Math.max(out.length * 2, length + more));
        }
    }
}
