package org.personalize.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A file in a folder of its own. */
record SqlitePlace(Path folder) implements Place {

    static SqlitePlace make() throws IOException {
        return new SqlitePlace(Files.createTempDirectory("ledger"));
    }

    Path file() {
        return folder.resolve("personalize.db");
    }

    @Override
    public Ledger open() throws IOException {
        return Ledger.open(address());
    }

    @Override
    public String address() {
        return file().toString();
    }

    @Override
    public boolean hasManySenders() {
        return false;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
