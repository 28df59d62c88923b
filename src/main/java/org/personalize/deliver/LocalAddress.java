package org.personalize.deliver;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** How a page names another file on the same disk. */
final class LocalAddress {

    private static final String PLAIN = "-._~";

    private LocalAddress() {}

    /** The address of a file for a page in a folder; it works as long as both stay where they are to each other. */
    static String of(Path folder, Path file) {
        Path from = folder.toAbsolutePath().normalize();
        Path to = file.toAbsolutePath().normalize();
        if (!Objects.equals(from.getRoot(), to.getRoot())) {
            return to.toUri().toASCIIString();
        }
        return StreamSupport.stream(from.relativize(to).spliterator(), false)
                .map(step -> encoded(step.toString()))
                .collect(Collectors.joining("/"));
    }

    private static String encoded(String step) {
        var address = new StringBuilder(step.length());
        for (byte b : step.getBytes(StandardCharsets.UTF_8)) {
            boolean isPlain = b > 0 && (Character.isLetterOrDigit(b) || PLAIN.indexOf(b) >= 0);
            address.append(isPlain ? String.valueOf((char) b) : String.format("%%%02X", b & 0xff));
        }
        return address.toString();
    }
}
