package org.personalize.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether two names mean one file, also through links. What is not there yet is compared by its name. */
final class SameFile {

    private SameFile() {}

    static boolean is(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other)
                    ? Files.isSameFile(one, other)
                    : real(one).equals(real(other));
        } catch (IOException e) {
            return real(one).equals(real(other));
        }
    }

    static boolean isIn(Path folder, Path file) {
        return real(file).startsWith(real(folder));
    }

    /** Where a file lies, or would lie. */
    static Path real(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        Path folder = whole.getParent();
        try {
            if (folder == null || Files.exists(whole)) {
                return whole.toRealPath();
            }
            return folder.toRealPath().resolve(whole.getFileName());
        } catch (IOException e) {
            return whole;
        }
    }
}
