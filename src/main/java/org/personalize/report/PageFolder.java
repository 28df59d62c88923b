package org.personalize.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.personalize.csv.PrivateFile;

/** Where pages are written: every file whole or not at all, and readable by its owner alone, for it holds people. */
final class PageFolder {

    private final Path folder;

    PageFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder itself, or one within it. */
    void make(String name) throws IOException {
        PrivateFile.folder(folder.resolve(name));
    }

    void write(String name, String text) throws IOException {
        PrivateFile.writeQuickly(folder.resolve(name), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether there was such a file. */
    boolean remove(String name) throws IOException {
        return Files.deleteIfExists(folder.resolve(name));
    }
}
