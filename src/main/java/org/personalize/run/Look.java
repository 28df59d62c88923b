package org.personalize.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/** A file as it looks from outside, which tells cheaply whether it was changed. */
record Look(long bytes, FileTime changed) {

    static Look at(Path file) throws IOException {
        return new Look(Files.size(file), Files.getLastModifiedTime(file));
    }
}
