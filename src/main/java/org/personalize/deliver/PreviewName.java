package org.personalize.deliver;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file name for a customer id that is safe on every system: letters, digits, dash and underscore of the id, and a few
 * digits of its hash. The hash keeps ids apart that differ only in case or in what was left out, and keeps a name from
 * being one that Windows reserves for a device.
 */
final class PreviewName {

    private static final int LONGEST_READABLE = 40;
    private static final int HASH_BYTES = 5;

    private PreviewName() {}

    static String of(String customerId) {
        var name = new StringBuilder();
        for (int i = 0; i < customerId.length() && name.length() < LONGEST_READABLE; i++) {
            char c = customerId.charAt(i);
            boolean isSafe = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
            if (isSafe && !(name.isEmpty() && c == '-')) {
                name.append(c);
            }
        }
        return (name.isEmpty() ? "person" : name) + "-" + hash(customerId);
    }

    private static String hash(String customerId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(customerId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
