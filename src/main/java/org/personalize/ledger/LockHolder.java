package org.personalize.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who keeps a ledger's file locked, as far as the operating system tells: Linux lists all locks with their processes.
 *
 * @param name for people, such as {@code process 4711 (sqlite3)}
 * @param isSender whether it is one of us at work, which ends its transaction soon
 */
record LockHolder(String name, boolean isSender) {

    private static final Path LOCKS = Path.of("/proc/locks");

    // The columns of a line such as "1: POSIX ADVISORY WRITE 4711 08:01:1234 120 120".
    private static final int KIND = 3;
    private static final int PROCESS = 4;
    private static final int FILE = 5;
    private static final int COLUMNS = 8;

    /** Whoever writes, or keeps others from writing; empty where nobody can be seen. */
    static Optional<LockHolder> of(Path ledger) {
        try {
            if (!Files.isReadable(LOCKS)) {
                return Optional.empty();
            }
            Set<String> holders = new TreeSet<>(writers(ledger));
            holders.addAll(writers(ledger.resolveSibling(ledger.getFileName() + "-shm")));
            holders.remove(Long.toString(ProcessHandle.current().pid()));
            Set<String> senders = senders(ledger);
            return holders.stream().findFirst().map(process -> named(process, senders.contains(process)));
        } catch (IOException e) {
            // Then nobody can be named; what is locked stays locked all the same.
            return Optional.empty();
        }
    }

    private static LockHolder named(String process, boolean isSender) {
        String program = "";
        try {
            program = " (" + Files.readString(Path.of("/proc", process, "comm")).strip() + ')';
        } catch (IOException e) {
            // It has ended meanwhile, or belongs to somebody else.
        }
        return new LockHolder("process " + process + program, isSender);
    }

    /** The processes that hold a campaign of this ledger. */
    private static Set<String> senders(Path ledger) throws IOException {
        Set<String> processes = new TreeSet<>();
        Path folder = Objects.requireNonNull(ledger.getParent(), "a file has a folder");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ledger.getFileName() + ".*.lock")) {
            for (Path file : files) {
                processes.addAll(writers(file));
            }
        }
        return processes;
    }

    private static Set<String> writers(Path file) throws IOException {
        Set<String> processes = new TreeSet<>();
        if (Files.exists(file)) {
            String inode = ":" + Files.getAttribute(file, "unix:ino");
            for (String line : Files.readAllLines(LOCKS, StandardCharsets.US_ASCII)) {
                String[] columns = line.strip().split("\\s+", -1);
                if (columns.length >= COLUMNS && columns[KIND].equals("WRITE") && columns[FILE].endsWith(inode)) {
                    processes.add(columns[PROCESS]);
                }
            }
        }
        return processes;
    }
}
