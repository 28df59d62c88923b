package org.personalize.deliver;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two programs from writing into one folder at once. What counts is the system's lock on the file, not the file: a
 * killed program leaves the file behind, and it blocks nobody.
 *
 * <p>One lock in each folder and process: closing a second channel to the file would give the system's lock away.
 */
final class FolderLock implements AutoCloseable {

    static final String NAME = ".personalize-lock";

    /** How often the file may be taken away by the program before us while we wait to lock it. */
    private static final int MOST_ATTEMPTS = 10;

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Empty when another program has it. */
    static Optional<FolderLock> take(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            Object key = key(file);
            if (!isLocked(channel)) {
                channel.close();
                return Optional.empty();
            }
            if (key != null && Objects.equals(key, key(file))) {
                return Optional.of(new FolderLock(file, channel));
            }
            channel.close();
        }
        return Optional.empty();
    }

    /** Whether another program is at work in the folder. */
    static boolean isTaken(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            return !isLocked(channel);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** A disk that knows no locks gives everybody theirs: a preview can be made again. */
    private static boolean isLocked(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Which file bears the name just now; null for none. */
    private static @Nullable Object key(Path file) throws IOException {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return key == null ? file : key;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** The file goes first, so that nobody can find it unlocked and think it theirs. */
    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        }
    }
}
