package org.personalize.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.personalize.plan.Json;

/**
 * A line of JSON for every change of state. No address ever enters it: people go by their customer id, and what relays
 * say is masked before. Several processes may write to one file; each line is one write.
 */
public final class SendLog implements AutoCloseable {

    /** A log that has grown past this gets a number, and a fresh one begins. */
    static final long LARGEST_BYTES = 50L << 20;

    static final int KEPT = 5;

    private final @Nullable Path file;
    private @Nullable FileChannel channel;
    private long size;

    private SendLog(@Nullable Path file) {
        this.file = file;
    }

    /** @param file null for no log */
    static SendLog at(@Nullable Path file) throws IOException {
        var log = new SendLog(file);
        log.open();
        return log;
    }

    /** One change; blank values are left out. */
    synchronized void write(Instant at, String event, String campaign, String customer, String answer) {
        if (channel == null) {
            return;
        }
        try {
            var line = new StringBuilder();
            Json json = Json.compact(line).object().field("at", at.toString()).field("event", event);
            json.field("campaign", campaign);
            if (!customer.isEmpty()) {
                json.field("customer_id", customer);
            }
            if (!answer.isEmpty()) {
                json.field("answer", answer);
            }
            json.end();
            append(line.append('\n').toString());
        } catch (IOException e) {
            throw new UncheckedIOException(named(e));
        }
    }

    /** A full disk is reported without the file's name. */
    private IOException named(IOException e) {
        if (e instanceof FileSystemException) {
            return e;
        }
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        var named = new FileSystemException(String.valueOf(file), null, why);
        named.initCause(e);
        return named;
    }

    private void append(String line) throws IOException {
        if (size > LARGEST_BYTES) {
            rotate();
        }
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        size += bytes.remaining();
        FileChannel open = channel;
        while (open != null && bytes.hasRemaining()) {
            open.write(bytes);
        }
    }

    private void open() throws IOException {
        if (file == null) {
            return;
        }
        if (!Files.exists(file)
                && Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
            FileAttribute<?> mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createFile(file, mode);
        }
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        size = channel.size();
    }

    private void rotate() throws IOException {
        close();
        Path log = java.util.Objects.requireNonNull(file);
        for (int number = KEPT - 1; number >= 1; number--) {
            Path older = numbered(log, number);
            if (Files.exists(older)) {
                Files.move(older, numbered(log, number + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(log, numbered(log, 1), StandardCopyOption.REPLACE_EXISTING);
        open();
    }

    private static Path numbered(Path log, int number) {
        return log.resolveSibling(log.getFileName() + "." + number);
    }

    @Override
    public synchronized void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
