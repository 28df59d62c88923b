package org.personalize.csv;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.problem.Unreadable;

/**
 * Writes files that hold people: readable by their owner only, and whole or not at all. The bytes go to a hidden file in
 * the same folder, which takes the name of the target when everything is written; when writing fails or the program is
 * stopped, the target is as it was and nothing is left beside it.
 */
public final class PrivateFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER_OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final String ENDING = ".part";

    /** As long as what Java puts into the name of a hidden file, or longer. */
    private static final String LONGEST_NUMBER = "0".repeat(20);

    private static final Set<Path> UNFINISHED = ConcurrentHashMap.newKeySet();

    static {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(PrivateFile::removeUnfinished, "unfinished files"));
        } catch (IllegalStateException e) {
            // The program is being stopped already, and writes nothing more.
        }
    }

    private PrivateFile() {}

    /** Writes what the file shall hold. */
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file that must outlast a power cut: its bytes are on the disk before it takes its name. A link stays one, and
     * its file is written; what is no file, such as a pipe or a device, is written into.
     */
    public static void write(Path target, Body body) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target) && !Files.isDirectory(target)) {
            pour(target, body);
        } else {
            replace(Files.isRegularFile(target) ? target.toRealPath() : target, body, true);
        }
    }

    private static void pour(Path target, Body body) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(target, StandardOpenOption.WRITE))) {
            body.writeTo(out);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw failure(target, e);
        }
    }

    public static void write(Path target, String text) throws IOException {
        write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes one of many files that can be made again, such as a preview; does not wait for the disk. */
    public static void writeQuickly(Path target, Body body) throws IOException {
        replace(target, body, false);
    }

    /** Removes what a killed program left beside a target that nobody else is writing now. */
    public static void removeRemains(Path target) throws IOException {
        Path whole = target.toAbsolutePath();
        Path folder = whole.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        String start = hidden(whole);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.startsWith(start) && name.endsWith(ENDING)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static String hidden(Path file) {
        return "." + file.getFileName() + ".";
    }

    /** Makes a folder, and those above it that are missing, for its owner only. */
    public static void folder(Path folder) throws IOException {
        Files.createDirectories(folder, attributes(folder.getFileSystem(), FOLDER_OWNER_ONLY));
    }

    private static void replace(Path target, Body body, boolean isDurable) throws IOException {
        Path whole = target.toAbsolutePath();
        Path folder = whole.getParent();
        if (folder == null || whole.getFileName() == null) {
            throw new IOException(target + " is no file");
        }
        Path part = part(whole, folder);
        UNFINISHED.add(part);
        try {
            fill(part, body, isDurable);
            move(part, whole);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            // A full disk is reported without the file's name.
            throw failure(whole, e);
        } finally {
            Files.deleteIfExists(part);
            UNFINISHED.remove(part);
        }
    }

    /** Refuses what can be no file, for whoever works long before the file is written. */
    public static void checkTarget(Path target) {
        checkPlace(target);
        checkName(target);
    }

    private static void checkPlace(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        if (Files.isDirectory(target)) {
            throw new InputProblem(
                    Place.file(target.toString()), "expected a file to write, found a folder", "Name a file in it.");
        }
        if (folder != null && !Files.isDirectory(folder)) {
            throw new InputProblem(
                    Place.file(target.toString()),
                    "expected a folder to write the file into, found no " + folder,
                    "Make that folder, or name another place.");
        }
    }

    /** The hidden file has the longer name of the two. */
    private static void checkName(Path target) {
        Path part = target.resolveSibling(hidden(target) + LONGEST_NUMBER + ENDING);
        if (Unreadable.isTooLong(part)) {
            Unreadable.whyUnknown(part).ifPresent(why -> {
                throw new InputProblem(
                        Place.file(target.toString()),
                        "no file can be made under this name: " + why,
                        "Give it a shorter name.");
            });
        }
    }

    /** What goes wrong here is told of the target: nobody knows of the hidden file. */
    private static Path part(Path whole, Path folder) throws IOException {
        checkPlace(whole);
        try {
            return Files.createTempFile(folder, hidden(whole), ENDING, attributes(folder.getFileSystem(), OWNER_ONLY));
        } catch (AccessDeniedException e) {
            var denied = new AccessDeniedException(whole.toString(), null, "no file may be made in its folder");
            denied.initCause(e);
            throw denied;
        }
    }

    private static FileSystemException failure(Path file, IOException cause) {
        var failure = new FileSystemException(file.toString(), null, cause.getMessage());
        failure.initCause(cause);
        return failure;
    }

    private static void fill(Path part, Body body, boolean isDurable) throws IOException {
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            var out = new BufferedOutputStream(Channels.newOutputStream(channel));
            body.writeTo(out);
            out.flush();
            if (isDurable) {
                channel.force(true);
            }
        }
    }

    private static void move(Path part, Path whole) throws IOException {
        try {
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static FileAttribute<?>[] attributes(FileSystem system, Set<PosixFilePermission> rights) {
        return system.supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
                : new FileAttribute<?>[0];
    }

    private static void removeUnfinished() {
        for (Path part : UNFINISHED) {
            try {
                Files.deleteIfExists(part);
            } catch (IOException e) {
                // The program is ending and nobody is left to be told; the file is hidden and unreadable to others.
            }
        }
    }
}
