package org.personalize.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/**
 * The workspace's one secret, from which a key for every purpose is made. Whoever has it can unsubscribe anybody, so it
 * is readable by its owner alone and is never printed.
 */
public final class SecretKey {

    private static final int BYTES = 32;
    private static final int LONGEST_FILE = 1024;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Keyed root;

    private SecretKey(byte[] secret) {
        root = new Keyed(secret);
    }

    /** The same in every workspace: for previews where there is no key yet, so that they repeat byte for byte. */
    public static SecretKey preview() {
        return new SecretKey("personalize previews, worth nothing".getBytes(StandardCharsets.UTF_8));
    }

    /** Reads the key; a missing, foreign or openly readable file is an InputProblem. */
    public static SecretKey read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw problem(file, "there is no key file", "The first real send makes it; restore it if there was one.");
        }
        refuseOpenFile(file);
        String text;
        try (InputStream in = Files.newInputStream(file)) {
            text = new String(in.readNBytes(LONGEST_FILE), StandardCharsets.US_ASCII).strip();
        }
        if (!text.matches("[0-9a-f]{" + 2 * BYTES + "}")) {
            throw problem(
                    file,
                    "expected " + 2 * BYTES + " hexadecimal digits, found something else, which is not shown",
                    "Restore the file; a new key makes all links in mails already sent worthless.");
        }
        return new SecretKey(HexFormat.of().parseHex(text));
    }

    /** Reads the key, or makes one where there is none. Not for a dry run, which changes nothing. */
    public static SecretKey readOrCreate(Path file) throws IOException {
        if (!Files.exists(file)) {
            create(file);
        }
        return read(file);
    }

    /** What only this workspace can compute, for one purpose. */
    Keyed keyed(String purpose) {
        return new Keyed(bytes(purpose));
    }

    byte[] bytes(String purpose) {
        return root.hash(BYTES, purpose);
    }

    private static void create(Path file) throws IOException {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        boolean isPosix = Files.getFileStore(file.toAbsolutePath().getParent())
                .supportsFileAttributeView(PosixFileAttributeView.class);
        var attributes = isPosix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), ".key", ".new", attributes);
        try {
            try (OutputStream out = Files.newOutputStream(fresh, StandardOpenOption.WRITE)) {
                out.write((HexFormat.of().formatHex(secret) + "\n").getBytes(StandardCharsets.US_ASCII));
            }
            // A link, unlike a move, fails where another process was faster, and that one's key then counts.
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            return;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void refuseOpenFile(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null && !OWNER_ONLY.containsAll(view.readAttributes().permissions())) {
            String mode = PosixFilePermissions.toString(view.readAttributes().permissions());
            throw problem(file, "others may use this key (" + mode + ")", "Run chmod 600 " + file + ".");
        }
    }

    private static InputProblem problem(Path file, String message, String remedy) {
        return new InputProblem(Place.file(file.toString()), message, remedy);
    }

    @Override
    public String toString() {
        return "SecretKey[hidden]";
    }
}
