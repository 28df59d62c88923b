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
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.personalize.problem.Problem;

/**
 * Keeps a second sender of a campaign out, by a lock of the operating system on a small file beside the ledger. The lock
 * ends with the process, however it ends; the file stays, and tells who holds it. While it is held the file is filled up:
 * when the disk is full, that room is what the outcomes of the mails in flight are written into.
 */
final class CampaignLock implements Database.Seat {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_HOLDER = 1_000;

    /** A thousand outcomes change a few hundred pages of 4 KiB, once in the log and once in the file. */
    private static final int ROOM_BYTES = 1 << 20;

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
        String holder = who + ", since " + now.truncatedTo(ChronoUnit.SECONDS);
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
            fill(file, channel, holder);
            return new CampaignLock(file, channel);
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    /** Not with zeros: a file system may keep those in no room at all. */
    private static void fill(Path file, FileChannel channel, String holder) throws IOException {
        byte[] bytes = new byte[ROOM_BYTES];
        Arrays.fill(bytes, (byte) ' ');
        byte[] text = (holder + '\n').getBytes(StandardCharsets.UTF_8);
        System.arraycopy(text, 0, bytes, 0, Math.min(text.length, LONGEST_HOLDER));
        ByteBuffer all = ByteBuffer.wrap(bytes);
        try {
            channel.truncate(0);
            while (all.hasRemaining()) {
                channel.write(all, all.position());
            }
            channel.force(true);
        } catch (IOException e) {
            channel.truncate(0);
            throw new IOException(
                    file + ": no room on the disk can be kept here for what is written last (" + e.getMessage()
                            + "). Make room and run the command again; nothing was begun.",
                    e);
        }
    }

    @Override
    public void makeRoom() throws IOException {
        channel.truncate(Math.min(channel.size(), LONGEST_HOLDER));
    }

    private static String text(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(LONGEST_HOLDER);
        channel.read(bytes, 0);
        String all = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        String text = all.lines().findFirst().orElse("");
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
        try (channel) {
            makeRoom();
        } finally {
            OURS.remove(file);
        }
    }
}
