package org.personalize.audience;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * Where mail arrives. Two addresses are one mailbox when they differ only in the case of their domain, in how an
 * international domain is written, or in blanks around them; the part before the {@code @} is the receiver's own affair.
 *
 * @param local before the {@code @}, as written
 * @param domain in lower case, and in ASCII where it is international
 */
public record Mailbox(String local, String domain) {

    private static final int MAX_LOCAL_BYTES = 64;
    private static final int MAX_DOMAIN = 253;
    private static final int MAX_ADDRESS = 254;
    private static final int MAX_LABEL = 63;

    /** As in {@link String#hashCode}. */
    private static final int HASH_FACTOR = 31;

    private static final char FIRST_BEYOND_ASCII = '\u0080';

    private static final boolean[] IS_ATOM_SIGN = new boolean[FIRST_BEYOND_ASCII];

    static {
        "!#$%&'*+-/=?^_`{|}~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                .chars()
                .forEach(sign -> IS_ATOM_SIGN[sign] = true);
    }

    /** The mailbox of an address; empty when no mail should ever go there. */
    public static Optional<Mailbox> read(String address) {
        String text = address.strip();
        int at = text.lastIndexOf('@');
        if (at < 1 || at > MAX_ADDRESS || text.length() > 2 * MAX_ADDRESS) {
            return Optional.empty();
        }
        String local = text.substring(0, at);
        return isLocal(local)
                ? domain(text.substring(at + 1)).flatMap(domain -> whole(local, domain))
                : Optional.empty();
    }

    /** A domain as it is compared; empty when it is none that mail is sent to. Most are written as they are compared. */
    static Optional<String> domain(String text) {
        return isDomain(text) ? Optional.of(text) : unusualDomain(text);
    }

    private static Optional<String> unusualDomain(String text) {
        String ascii = text.toLowerCase(Locale.ROOT);
        if (!isAscii(ascii)) {
            try {
                ascii = IDN.toASCII(Normalizer.normalize(ascii, Normalizer.Form.NFC), IDN.USE_STD3_ASCII_RULES)
                        .toLowerCase(Locale.ROOT);
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return isDomain(ascii) ? Optional.of(ascii) : Optional.empty();
    }

    /** The text by which mailboxes are compared and stored. */
    public String key() {
        return local + '@' + domain;
    }

    /** The key for what must be found even if somebody wrote it in capitals, such as an opt-out. */
    public String foldedKey() {
        return fold(key());
    }

    /** The hash of the folded key, without making the key where it is plain. */
    int foldedHash() {
        int hash = 0;
        for (int i = 0; i < local.length(); i++) {
            char c = local.charAt(i);
            if (c >= FIRST_BEYOND_ASCII) {
                return foldedKey().hashCode();
            }
            hash = HASH_FACTOR * hash + (c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c);
        }
        hash = HASH_FACTOR * hash + '@';
        for (int i = 0; i < domain.length(); i++) {
            hash = HASH_FACTOR * hash + domain.charAt(i);
        }
        return hash;
    }

    static String fold(String key) {
        return key.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return key();
    }

    private static Optional<Mailbox> whole(String local, String domain) {
        boolean isPlain = isAscii(local);
        String normal = isPlain ? local : Normalizer.normalize(local, Normalizer.Form.NFC);
        int bytes = isPlain ? local.length() : normal.getBytes(StandardCharsets.UTF_8).length;
        return bytes <= MAX_LOCAL_BYTES && bytes + 1 + domain.length() <= MAX_ADDRESS
                ? Optional.of(new Mailbox(normal, domain))
                : Optional.empty();
    }

    /** Words of letters, digits and harmless signs, parted by single dots. Quoted ones, comments and routes are refused. */
    private static boolean isLocal(String local) {
        boolean isAfterDot = true;
        for (int i = 0; i < local.length(); ) {
            int c = local.codePointAt(i);
            i += Character.charCount(c);
            if (c == '.' ? isAfterDot : !isAtomSign(c)) {
                return false;
            }
            isAfterDot = c == '.';
        }
        return !isAfterDot;
    }

    private static boolean isAtomSign(int c) {
        if (c < FIRST_BEYOND_ASCII) {
            return IS_ATOM_SIGN[c];
        }
        return switch (Character.getType(c)) {
            case Character.LOWERCASE_LETTER,
                    Character.UPPERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.OTHER_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER -> true;
            default -> false;
        };
    }

    /** At least two labels of letters, digits and inner hyphens; the last is no number, so that it is no IP address. */
    private static boolean isDomain(String domain) {
        if (domain.length() > MAX_DOMAIN) {
            return false;
        }
        int labels = 0;
        int start = 0;
        while (start <= domain.length()) {
            int dot = domain.indexOf('.', start);
            int end = dot < 0 ? domain.length() : dot;
            if (!isLabel(domain, start, end)) {
                return false;
            }
            labels++;
            if (dot < 0) {
                return labels > 1 && end - start > 1 && !isDigit(domain.charAt(start));
            }
            start = dot + 1;
        }
        return false;
    }

    private static boolean isLabel(String domain, int start, int end) {
        if (start == end || end - start > MAX_LABEL || domain.charAt(start) == '-' || domain.charAt(end - 1) == '-') {
            return false;
        }
        for (int i = start; i < end; i++) {
            char c = domain.charAt(i);
            if (!(c >= 'a' && c <= 'z') && !isDigit(c) && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_BEYOND_ASCII) {
                return false;
            }
        }
        return true;
    }
}
