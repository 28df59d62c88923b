package org.personalize.deliver;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the files of a preview are called: after the customer's id, as far as every file system can bear it. An id that had
 * to be changed, or that differs from an earlier one only by case, gets a few digits of its hash.
 */
final class PreviewName {

    /** Every name we give and no other; so a list of names can be trusted to stay in its folder. */
    static final Pattern FORM = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]{0,99}");

    private static final int LONGEST_ID = 60;
    private static final int FEWEST_DIGITS = 8;
    private static final int MOST_DIGITS = 32;
    private static final Pattern OTHER_SIGN = Pattern.compile("[^A-Za-z0-9_-]|^-");

    /** Names of devices on Windows, with whatever ending; and the gallery's own page. */
    private static final Pattern RESERVED =
            Pattern.compile("con|prn|aux|nul|com\\d|lpt\\d|index", Pattern.CASE_INSENSITIVE);

    private final Set<String> taken = new HashSet<>();

    /** A name that no earlier call gave. */
    String of(String customerId) {
        String safe = OTHER_SIGN.matcher(customerId).replaceAll("_");
        String name = safe.substring(0, Math.min(safe.length(), LONGEST_ID));
        if (name.equals(customerId)
                && !name.isEmpty()
                && !RESERVED.matcher(name).matches()
                && isFree(name)) {
            return name;
        }
        String hash = hash(customerId);
        String stem = name.isEmpty() ? "_" : name;
        for (int digits = FEWEST_DIGITS; digits <= MOST_DIGITS; digits += FEWEST_DIGITS) {
            String longer = stem + '-' + hash.substring(0, digits);
            if (isFree(longer)) {
                return longer;
            }
        }
        throw new IllegalStateException("one customer has two previews");
    }

    private boolean isFree(String name) {
        return taken.add(name.toLowerCase(Locale.ROOT));
    }

    private static String hash(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
