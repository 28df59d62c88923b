package org.personalize.render;

import java.util.Arrays;

/**
 * Lines of plain text being written: words wrapped, at most one blank line, lists and quotes indented. Nothing is written
 * for a break until something visible follows it, so a text never starts or ends with blank lines.
 */
final class TextLines {

    /** Where lines are wrapped: what RFC 5322 recommends. A word that is longer, such as an address, stays whole. */
    static final int WIDTH = 78;

    private static final int SHORT_LENGTH = 64;

    private final int width;
    private char[] out;
    private int length;
    private int lineStart;
    private int lastBlank = -1;
    private int pendingBreaks;
    private boolean hasPendingBlank;
    private int firstBreaks;
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
    char[] room() {
        return out;
    }

    /** Characters written so far: the same number twice means that nothing visible came between. */
    int length() {
        return length;
    }

    boolean isAtLineStart() {
        return length == 0 || pendingBreaks > 0;
    }

    char last() {
        return length == 0 ? '\n' : out[length - 1];
    }

    boolean hasPendingBlank() {
        return hasPendingBlank;
    }

    void blank() {
        hasPendingBlank = true;
    }

    /** Forgets a blank that nothing was written after. */
    void dropBlank() {
        hasPendingBlank = false;
    }

    void line() {
        pendingBreaks = Math.max(pendingBreaks, 1);
    }

    void paragraph() {
        pendingBreaks = 2;
    }

    /** What every further line starts with; the next line starts with the bullet instead where there is one. */
    void indent(String text, String nextBullet) {
        indent = text;
        bullet = nextBullet;
    }

    void word(String text) {
        word(text, 0, text.length());
    }

    void word(String source, int from, int to) {
        open();
        reserve(to - from);
        source.getChars(from, to, out, length);
        length += to - from;
        wrap();
    }

    /** Words with one blank between them, perhaps one before and one behind; only for lines that begin at the margin. */
    void run(String text) {
        int from = text.startsWith(" ") ? 1 : 0;
        int to = text.endsWith(" ") ? text.length() - 1 : text.length();
        hasPendingBlank |= from > 0;
        if (from >= to) {
            hasPendingBlank |= !text.isEmpty();
            return;
        }
        open();
        int first = length;
        reserve(to - from);
        text.getChars(from, to, out, length);
        length += to - from;
        wrap(first);
        hasPendingBlank = to < text.length();
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
            out[lastBlank] = '\n';
            lineStart = lastBlank + 1;
            seen = Math.max(seen, lineStart);
            lastBlank = -1;
        }
        int last = length - 1;
        while (last >= seen && out[last] != ' ') {
            last--;
        }
        lastBlank = last >= seen ? last : lastBlank;
    }

    /** Whether the next word begins a line that is neither indented nor marked, so that any such line goes on the same. */
    boolean isFresh() {
        return isAtLineStart() && isPlain();
    }

    /** Whether lines begin at the margin. */
    boolean isPlain() {
        return indent.isEmpty() && bullet.isEmpty() && width == WIDTH;
    }

    /** What was written elsewhere from a fresh line on, as if every word and break of it had been written here. */
    void lines(Laid laid) {
        pendingBreaks = Math.max(pendingBreaks, laid.breaksBefore);
        if (laid.text.isEmpty()) {
            hasPendingBlank |= laid.hasPendingBlank;
            return;
        }
        open();
        int start = length;
        reserve(laid.text.length());
        laid.text.getChars(0, laid.text.length(), out, start);
        length += laid.text.length();
        lineStart = start + laid.lineStart;
        lastBlank = laid.lastBlank < 0 ? -1 : start + laid.lastBlank;
        pendingBreaks = laid.breaksAfter;
        hasPendingBlank = laid.hasPendingBlank;
    }

    /** All that was written, to be written again elsewhere. */
    Laid laid() {
        int breaksBefore = length == 0 ? pendingBreaks : firstBreaks;
        return new Laid(new String(out, 0, length), breaksBefore, lineStart, lastBlank, pendingBreaks, hasPendingBlank);
    }

    /** What was written from a fresh line on, and how the last of its lines stands. */
    record Laid(
            String text, int breaksBefore, int lineStart, int lastBlank, int breaksAfter, boolean hasPendingBlank) {}

    /** Words and blanks of a text that is no HTML any more. */
    void words(String text) {
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) <= ' ') {
                if (i > from) {
                    word(text.substring(from, i));
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
        line();
        if (!text.isBlank()) {
            open();
            text.stripTrailing().chars().forEach(c -> append((char) c));
        }
        line();
    }

    /** The longest line from a position on. */
    int longestSince(int from) {
        int longest = 0;
        int current = 0;
        for (int i = from; i < length; i++) {
            current = out[i] == '\n' ? 0 : current + 1;
            longest = Math.max(longest, current);
        }
        return longest;
    }

    /** What was written from a length on; nothing where a cell has begun since, which has a text of its own. */
    String written(int from) {
        return from < length ? new String(out, from, length - from) : "";
    }

    @Override
    public String toString() {
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
        firstBreaks = length == 0 ? pendingBreaks : firstBreaks;
        pendingBreaks = 0;
        lineStart = length;
        lastBlank = -1;
        String start = bullet.isEmpty() ? indent : bullet;
        bullet = "";
        for (int i = 0; i < start.length(); i++) {
            append(start.charAt(i));
        }
    }

    /** Moves the last word to a line of its own when the line has grown too long. */
    private void wrap() {
        if (length - lineStart <= width || lastBlank < 0) {
            return;
        }
        int tail = lastBlank + 1;
        int moved = length - tail;
        reserve(indent.length());
        System.arraycopy(out, tail, out, tail + indent.length(), moved);
        out[lastBlank] = '\n';
        indent.getChars(0, indent.length(), out, tail);
        length += indent.length();
        lineStart = tail;
        lastBlank = -1;
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
