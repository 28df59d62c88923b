package org.personalize.plan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Which file, and what was in it.
 *
 * @param role what the file is to the campaign: campaign, workspace, template, customers, items, events, suppressions or model
 * @param file its path from the workspace, with slashes
 * @param sha256 in hexadecimal digits
 */
public record Fingerprint(String role, String file, long bytes, String sha256) {

    private static final int BUFFER = 1 << 16;

    /** Reads the file from its beginning to its end, and keeps nothing of it. */
    public static Fingerprint of(String role, Path workspace, Path file) throws IOException {
        MessageDigest digest = digest();
        var buffer = new byte[BUFFER];
        long bytes = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                bytes += read;
            }
        }
        return new Fingerprint(
                role, name(workspace, file), bytes, HexFormat.of().formatHex(digest.digest()));
    }

    /** How a file is called from the workspace, with slashes. */
    public static String name(Path workspace, Path file) {
        Path from = workspace.toAbsolutePath().normalize();
        Path to = file.toAbsolutePath().normalize();
        boolean isOnOneDisk = from.getRoot().equals(to.getRoot());
        return (isOnOneDisk ? from.relativize(to) : to).toString().replace('\\', '/');
    }

    /** The SHA-256 of a short text. */
    public static String of(String text) {
        return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
