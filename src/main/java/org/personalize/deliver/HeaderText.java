package org.personalize.deliver;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The value of a header: folded, and where it is not ASCII written as encoded words (RFC 2047), whose lines may have 76
 * characters at most. A line break or another control character is refused: it could add a header of its own.
 */
final class HeaderText {

    /** What a line should not pass; a single long word, such as an address, may. */
    private static final int WIDTH = 76;

    private static final int LONGEST_WORD = 75;
    private static final String B_START = "=?UTF-8?B?";
    private static final String Q_START = "=?UTF-8?Q?";
    private static final String END = "?=";
    private static final String PHRASE_ATOMS = "!#$%&'*+-/=?^_`{|}~";

    private HeaderText() {}

    /** Free text such as a subject. */
    static String text(String name, String value) {
        refuseControls(name, value);
        int used = name.length() + 2;
        return name + ": " + (isAscii(value) && !looksEncoded(value) ? folded(value, used) : encoded(value, used)) + "\r\n";
    }

    /** Machine-read words that must not be encoded; folded at blanks. */
    static String words(String name, String value) {
        refuseControls(name, value);
        if (!isAscii(value)) {
            throw new IllegalArgumentException("the header " + name + " takes ASCII only");
        }
        return name + ": " + folded(value, name.length() + 2) + "\r\n";
    }

    /**
     * A mailbox with its owner's name, such as {@code "Smith, Ann" <ann@acme.example>}.
     *
     * @param address with its domain in ASCII. A local part beyond ASCII stays as it is: such a message goes only to
     *     relays that offer SMTPUTF8
     */
    static String mailbox(String name, String owner, String address) {
        refuseControls(name, owner);
        refuseControls(name, address);
        if (address.indexOf(' ') >= 0 || address.indexOf('<') >= 0 || address.indexOf('>') >= 0) {
            throw new IllegalArgumentException("the header " + name + " takes a bare address");
        }
        String words = owner.strip();
        if (words.isEmpty()) {
            return name + ": " + address + "\r\n";
        }
        int used = name.length() + 2;
        String phrase = isAscii(words) && !looksEncoded(words) ? folded(quoted(words), used) : encoded(words, used);
        int lastLine = phrase.length() - (phrase.lastIndexOf('\n') + 1) + (phrase.indexOf('\n') < 0 ? used : 0);
        String gap = lastLine + address.length() + 3 > WIDTH ? "\r\n " : " ";
        return name + ": " + phrase + gap + '<' + address + ">\r\n";
    }

    static boolean isAscii(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static void refuseControls(String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                throw new IllegalArgumentException("a control character in the header " + name);
            }
        }
    }

    /** A value that would be taken for an encoded word is encoded itself, so that it arrives as it was. */
    private static boolean looksEncoded(String value) {
        return value.contains("=?");
    }

    private static String quoted(String phrase) {
        boolean isAtoms = phrase.chars()
                .allMatch(c -> c == ' ' || Character.isLetterOrDigit(c) || PHRASE_ATOMS.indexOf(c) >= 0);
        return isAtoms ? phrase : '"' + phrase.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String folded(String value, int used) {
        if (used + value.length() <= WIDTH) {
            return value;
        }
        var out = new StringBuilder(value.length() + 8);
        int column = used;
        int from = 0;
        while (from < value.length()) {
            int end = value.indexOf(' ', from + 1);
            end = end < 0 ? value.length() : end;
            boolean startsWithBlank = value.charAt(from) == ' ' && end > from + 1;
            if (column + end - from > WIDTH && startsWithBlank) {
                out.append("\r\n");
                column = 0;
            }
            out.append(value, from, end);
            column += end - from;
            from = end;
        }
        return out.toString();
    }

    /** As encoded words: readable quoting for texts in Latin letters, base64 for all others, whichever is shorter. */
    private static String encoded(String value, int used) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        int quotedLength = 0;
        for (byte b : bytes) {
            quotedLength += isQuotedAsItIs(b) ? 1 : 3;
        }
        return encoded(value, used, quotedLength <= (bytes.length + 2) / 3 * 4);
    }

    private static String encoded(String value, int used, boolean isQuoted) {
        var out = new StringBuilder(value.length() * 2);
        int from = 0;
        int column = used;
        while (from < value.length()) {
            int room = Math.min(LONGEST_WORD, WIDTH - column) - B_START.length() - END.length();
            int end = end(value, from, room, isQuoted);
            if (end == from) {
                out.append("\r\n ");
                column = 1;
                continue;
            }
            String word = word(value.substring(from, end), isQuoted);
            out.append(word);
            column += word.length();
            from = end;
            if (from < value.length()) {
                out.append("\r\n ");
                column = 1;
            }
        }
        return out.toString();
    }

    /** How far a text goes into one word; a character is never torn apart. */
    private static int end(String value, int from, int room, boolean isQuoted) {
        int end = from;
        int bytes = 0;
        int quotedLength = 0;
        while (end < value.length()) {
            int codePoint = value.codePointAt(end);
            int next = end + Character.charCount(codePoint);
            byte[] encoded = value.substring(end, next).getBytes(StandardCharsets.UTF_8);
            bytes += encoded.length;
            for (byte b : encoded) {
                quotedLength += isQuotedAsItIs(b) ? 1 : 3;
            }
            if ((isQuoted ? quotedLength : (bytes + 2) / 3 * 4) > room) {
                return end;
            }
            end = next;
        }
        return end;
    }

    private static String word(String text, boolean isQuoted) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!isQuoted) {
            return B_START + Base64.getEncoder().encodeToString(bytes) + END;
        }
        var out = new StringBuilder(Q_START);
        for (byte b : bytes) {
            if (b == ' ') {
                out.append('_');
            } else if (isQuotedAsItIs(b)) {
                out.append((char) b);
            } else {
                out.append(String.format("=%02X", b & 0xff));
            }
        }
        return out.append(END).toString();
    }

    /** Only what may stand in an encoded word wherever one may stand, also before an address. */
    private static boolean isQuotedAsItIs(byte b) {
        return b == ' ' || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '-';
    }
}
