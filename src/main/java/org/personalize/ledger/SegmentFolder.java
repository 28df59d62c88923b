package org.personalize.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.personalize.csv.PrivateFile;

/** The folder of the segments' files, each named by its content, which never changes. */
final class SegmentFolder {

    private static final String ENDING = ".events";
    private static final int NAME_DIGITS = 24;

    /** What we write here, also where a power cut left it half-written. */
    private static final Pattern OURS = Pattern.compile(
            "[0-9a-f]{" + NAME_DIGITS + "}\\.events|\\.[0-9a-f]{" + NAME_DIGITS + "}\\.events\\..*\\.part");

    private final Path folder;

    SegmentFolder(Path folder) {
        this.folder = folder;
    }

    void make() throws IOException {
        PrivateFile.folder(folder);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /**
     * Keeps events for good; their file is on the disk when this returns.
     *
     * @param events the numbers of those that are kept, in the order of time
     */
    SegmentTable.Listed keep(EventBatch batch, int[] events) throws IOException {
        byte[] bytes = SegmentFile.of(batch, events);
        String sha256 = sha256(bytes);
        String name = sha256.substring(0, NAME_DIGITS) + ENDING;
        PrivateFile.write(file(name), out -> out.write(bytes));
        sync();
        long first = Arrays.stream(events)
                .mapToLong(batch::second)
                .filter(second -> second != KeptEvent.NO_SECOND)
                .findFirst()
                .orElse(KeptEvent.NO_SECOND);
        long last = batch.second(events[events.length - 1]);
        return new SegmentTable.Listed(0, name, bytes.length, sha256, events.length, first, last);
    }

    /** A new name is on the disk only when its folder is; where folders cannot be opened they need not be. */
    private void sync() {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // As on Windows, which writes names down by itself.
        }
    }

    /** Whether a file is there, whole by its length. */
    boolean has(SegmentTable.Listed segment) throws IOException {
        Path file = file(segment.name());
        return Files.exists(file) && Files.size(file) == segment.bytes();
    }

    /** Lays down what another machine wrote. */
    void lay(SegmentTable.Listed segment, byte[] bytes) throws IOException {
        if (bytes.length != segment.bytes() || !sha256(bytes).equals(segment.sha256())) {
            throw new IOException("the ledger's copy of the file of events " + segment.name()
                    + " is damaged. Copy the file from the machine that took it in to " + folder + ".");
        }
        PrivateFile.write(file(segment.name()), out -> out.write(bytes));
    }

    /** The bytes as they were written; anything else ends here. */
    byte[] read(SegmentTable.Listed segment) throws IOException {
        Path file = file(segment.name());
        if (!Files.exists(file)) {
            throw unusable(
                    file,
                    "this file of events is missing, which the ledger counts on; if another machine took it in, its next"
                            + " ingest brings it here");
        }
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length != segment.bytes() || !sha256(bytes).equals(segment.sha256())) {
            throw unusable(file, "this file of events is damaged: it is not what was written");
        }
        return bytes;
    }

    private static IOException unusable(Path file, String what) {
        return new IOException(file + ": " + what
                + ". Restore it from a copy of the same day as the ledger or a later one; these files never change.");
    }

    /** Removes what was written but never came to count. */
    void removeOrphans(List<SegmentTable.Listed> counting) throws IOException {
        Set<String> names = counting.stream().map(SegmentTable.Listed::name).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (OURS.matcher(name).matches() && !names.contains(name)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
