package org.personalize.faults;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A folder on a disk of its own that is soon full, where this machine lets a test mount one; else files in it must not
 * grow beyond a size, which the shell enforces for a child.
 */
final class SmallDisk implements AutoCloseable {

    private static final int ROOM_KIB = 65_536;

    private final Path folder;
    private final String limits;

    private SmallDisk(Path folder, String limits) {
        this.folder = folder;
        this.limits = limits;
    }

    static SmallDisk at(Path folder, int kibibytes) throws IOException {
        boolean isMounted =
                Shell.run("mount", "-t", "tmpfs", "-o", "size=" + kibibytes + "k", "tmpfs", folder.toString());
        // Such a limit counts blocks of 512 bytes in some shells and of 1,024 in others.
        return new SmallDisk(folder, isMounted ? "" : "trap '' XFSZ; ulimit -f " + kibibytes + "; ");
    }

    /** Whether the whole disk is full, and not only one file. */
    boolean isReal() {
        return limits.isEmpty();
    }

    /** What a shell must be told before the program. */
    String limits() {
        return limits;
    }

    void makeRoom() throws IOException {
        if (limits.isEmpty()) {
            Shell.run("mount", "-o", "remount,size=" + ROOM_KIB + "k", folder.toString());
        }
    }

    @Override
    public void close() throws IOException {
        if (limits.isEmpty()) {
            Shell.run("umount", "-l", folder.toString());
        }
    }
}
