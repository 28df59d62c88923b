package org.personalize.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.personalize.problem.Problem;

/**
 * Keeps a second sender of a campaign out, by a lock of the operating system on a small file beside the ledger. The lock
 * ends with the process, however it ends; the file stays, and tells who holds it.
 */
final class CampaignLock implements Database.Seat {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_HOLDER = 1_000;

    /** Far behind the text, since some systems keep others from reading what is locked. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    /**
     * What this process holds. It must be known before a file is opened: closing any channel of a file drops all locks
     * that the process has on it.
     */
    private static final Map<Path, String> OURS = new ConcurrentHashMap<>();

    private final Path file;
    private final FileChannel channel;

    private CampaignLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static CampaignLock take(Path ledger, String campaign, String who, Instant now) throws IOException, Occupied {
        Path file = ledger.resolveSibling(ledger.getFileName() + "." + safe(campaign) + ".lock");
        String holder = who + ", since " + now;
        String other = OURS.putIfAbsent(file, holder);
        if (other != null) {
            throw new Occupied(other);
        }
        CampaignLock lock = null;
        try {
            lock = lock(file, holder);
            return lock;
        } finally {
            if (lock == null) {
                OURS.remove(file);
            }
        }
    }

    private static CampaignLock lock(Path file, String holder) throws IOException, Occupied {
        try {
            Files.createFile(file, SqliteFile.ownerOnly(file));
        } catch (FileAlreadyExistsException e) {
            // It stays from the last time.
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        @Nullable FileLock lock = null;
        try {
            lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw new Occupied(text(channel));
            }
            channel.truncate(0).write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
            return new CampaignLock(file, channel);
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    private static String text(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(LONGEST_HOLDER);
        channel.read(bytes, 0);
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        String quoted = Problem.quote(text);
        return text.isEmpty() ? "another process" : quoted.substring(1, quoted.length() - 1);
    }

    /** A file's name that no two campaigns share, on any file system. */
    private static String safe(String campaign) {
        String readable = campaign.replaceAll("[^A-Za-z0-9_-]", "_");
        return readable.substring(0, Math.min(readable.length(), LONGEST_NAME)) + '-' + digest(campaign);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            OURS.remove(file);
        }
    }
}
