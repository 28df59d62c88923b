package org.personalize.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/**
 * The workspace's one secret, from which a key for every purpose is made. Whoever has it can unsubscribe anybody, so it
 * is readable by its owner alone and is never printed.
 *
 * <p>The file may hold older keys on further lines: a key that was leaked is replaced by writing a new first line above
 * it. What older keys signed still opens, and nothing new is signed with them.
 */
public final class SecretKey {

    private static final int BYTES = 32;
    private static final int LONGEST_FILE = 4096;
    private static final int FINGERPRINT_BYTES = 8;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Keyed root;
    private final List<SecretKey> older;

    private SecretKey(byte[] secret, List<SecretKey> older) {
        this(new Keyed(secret), older);
    }

    private SecretKey(Keyed root, List<SecretKey> older) {
        this.root = root;
        this.older = List.copyOf(older);
    }

    /** The same in every workspace: for previews where there is no key yet, so that they repeat byte for byte. */
    public static SecretKey preview() {
        return new SecretKey("personalize previews, worth nothing".getBytes(StandardCharsets.UTF_8), List.of());
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
        List<SecretKey> keys = new ArrayList<>();
        for (String line : text.split("\\R", -1)) {
            if (!line.matches("[0-9a-f]{" + 2 * BYTES + "}")) {
                throw problem(
                        file,
                        "expected " + 2 * BYTES
                                + " hexadecimal digits a line, found something else, which is not shown",
                        "Restore the file; a new key makes all links in mails already sent worthless.");
            }
            keys.add(new SecretKey(HexFormat.of().parseHex(line), List.of()));
        }
        SecretKey current = keys.get(0);
        return new SecretKey(current.root, keys.subList(1, keys.size()));
    }

    /** Tells keys apart and reveals nothing of them. */
    public String fingerprint() {
        return HexFormat.of().formatHex(root.hash(FINGERPRINT_BYTES, "fingerprint"));
    }

    /** Keys that were replaced, the latest first. */
    public List<SecretKey> older() {
        return older;
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
        Path fresh = fresh(file, attributes);
        try {
            try (OutputStream out = Files.newOutputStream(fresh, StandardOpenOption.WRITE)) {
                out.write((HexFormat.of().formatHex(secret) + "\n").getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw named(file, e);
            }
            // A link, unlike a move, fails where another process was faster, and that one's key then counts.
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            return;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** A full disk is reported without a file's name. */
    private static IOException named(Path file, IOException e) {
        var named = new FileSystemException(file.toString(), null, "no key can be made: " + e.getMessage());
        named.initCause(e);
        return named;
    }

    /** What goes wrong here is told of the key: nobody knows of the hidden file. */
    private static Path fresh(Path file, FileAttribute<?>[] attributes) throws IOException {
        try {
            return Files.createTempFile(file.toAbsolutePath().getParent(), ".key", ".new", attributes);
        } catch (AccessDeniedException e) {
            var denied = new AccessDeniedException(file.toString(), null, "no file may be made in its folder");
            denied.initCause(e);
            throw denied;
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
