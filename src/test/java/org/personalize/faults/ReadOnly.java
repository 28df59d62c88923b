package org.personalize.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder in which nobody may write, not even root. */
final class ReadOnly implements AutoCloseable {

    private final Path folder;
    private final boolean isMounted;

    private ReadOnly(Path folder, boolean isMounted) {
        this.folder = folder;
        this.isMounted = isMounted;
    }

    static ReadOnly folder(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        boolean isMounted = Files.isWritable(folder);
        String name = folder.toString();
        if (isMounted
                && !(Shell.run("mount", "--bind", name, name)
                        && Shell.run("mount", "-o", "remount,ro,bind", name, name))) {
            throw new IOException("root could not make " + name + " read-only");
        }
        return new ReadOnly(folder, isMounted);
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        if (isMounted) {
            Shell.run("umount", folder.toString());
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
}
