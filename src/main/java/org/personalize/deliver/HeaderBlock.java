package org.personalize.deliver;

import java.util.List;
import java.util.Locale;

/**
 * The header of a message, written line by line. Lines are folded at 78 characters wherever a blank allows it, and no value
 * can end its own header: a line break or a NUL in one is refused.
 */
final class HeaderBlock {

    private static final int LINE = 78;

    /** What no line of a message may exceed, with room left for the name of a header. */
    private static final int LONGEST_PIECE = 900;

    /** A longer display name is written as encoded words, which can be folded. */
    private static final int LONGEST_QUOTED_NAME = 60;

    private static final String BREAK = "\r\n";
    private static final String ATOM_SIGNS = "!#$%&'*+-/=?^_`{|}~";

    private final StringBuilder lines = new StringBuilder(1024);
    private int lineStart;

    /** A value that people read and that may be in any script, such as a subject. */
    HeaderBlock text(String header, String value) {
        begin(header, value);
        if (canStandAsItIs(value)) {
            for (String word : value.split(" ", -1)) {
                piece(word);
            }
        } else {
            lines.append(' ').append(EncodedWords.of(value, column() + 1));
        }
        return end();
    }

    /** A name that people read, which may be blank, and behind it in angle brackets what machines read. */
    HeaderBlock named(String header, String name, String machineName) {
        begin(header, name + machineName);
        if (!name.isBlank()) {
            lines.append(' ').append(phrase(name));
        }
        piece('<' + machineName + '>');
        return end();
    }

    /** Pieces that only machines read; a line is folded between two of them. */
    HeaderBlock pieces(String header, List<String> pieces) {
        begin(header, String.join(" ", pieces));
        pieces.forEach(this::piece);
        return end();
    }

    HeaderBlock pieces(String header, String... pieces) {
        return pieces(header, List.of(pieces));
    }

    /** Lines that are ready, such as those that all mails of a campaign have in common. */
    HeaderBlock lines(String ready) {
        lines.append(ready);
        return this;
    }

    @Override
    public String toString() {
        return lines.toString();
    }

    private void begin(String header, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\r' || c == '\n' || c == '\0') {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "the header %s cannot hold the character U+%04X", header, (int) c));
            }
        }
        lineStart = lines.length();
        lines.append(header).append(':');
    }

    private HeaderBlock end() {
        lines.append(BREAK);
        return this;
    }

    private int column() {
        return lines.length() - Math.max(lineStart, lines.lastIndexOf("\n") + 1);
    }

    /** The first piece stays behind its header's name: some programs lose a header that begins with an empty line. */
    private void piece(String piece) {
        boolean isFirst = lines.charAt(lines.length() - 1) == ':';
        if (!isFirst && column() + 1 + piece.length() > LINE) {
            lines.append(BREAK);
        }
        lines.append(' ');
        for (int start = 0; start < piece.length(); start += LONGEST_PIECE) {
            lines.append(start == 0 ? "" : BREAK + ' ');
            lines.append(piece, start, Math.min(piece.length(), start + LONGEST_PIECE));
        }
    }

    private String phrase(String name) {
        if (name.length() > LONGEST_QUOTED_NAME || !Ascii.isPrintable(name) || name.contains("=?")) {
            return EncodedWords.of(name, column() + 1);
        }
        boolean isAtoms = name.charAt(0) != ' ' && !name.endsWith(" ") && !name.contains("  ") && hasOnlyAtoms(name);
        return isAtoms ? name : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static boolean hasOnlyAtoms(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (c != ' ' && !isLetter && !(c >= '0' && c <= '9') && ATOM_SIGNS.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether folding and reading back gives the same text, and nothing in it would be taken for an encoded word. */
    private static boolean canStandAsItIs(String value) {
        return Ascii.isPrintable(value)
                && !value.contains("=?")
                && !value.startsWith(" ")
                && !value.endsWith(" ")
                && !value.contains("  ")
                && longestWord(value) < LINE;
    }

    private static int longestWord(String value) {
        int longest = 0;
        int start = 0;
        while (start <= value.length()) {
            int blank = value.indexOf(' ', start);
            int end = blank < 0 ? value.length() : blank;
            longest = Math.max(longest, end - start);
            start = end + 1;
        }
        return longest;
    }
}
