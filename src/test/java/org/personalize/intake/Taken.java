package org.personalize.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was taken out of a file that a test wrote. */
record Taken(List<Returned> events, Account account) {

    static Taken of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8), null);
    }

    static Taken of(byte[] bytes, @Nullable Form form) {
        return of(bytes, form, Pages.UNKNOWN);
    }

    static Taken of(byte[] bytes, @Nullable Form form, Pages pages) {
        try {
            Path file = Files.createTempFile("intake", ".txt");
            try {
                Files.write(file, bytes);
                var events = new ArrayList<Returned>();
                Account account = Intake.read(file, form, pages, events::add);
                return new Taken(events, account);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each event as its line, name, kind and address. */
    List<String> told() {
        return events.stream()
                .map(e -> (e.line() + " " + e.word() + " " + e.kind() + " "
                                + e.trace().email())
                        .replaceAll(" +", " ")
                        .strip())
                .toList();
    }

    Returned only() {
        if (events.size() != 1) {
            throw new AssertionError("expected one event, found " + told() + account.ignored() + account.unreadable());
        }
        return events.get(0);
    }
}
