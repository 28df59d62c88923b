package org.personalize.template;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.problem.Unreadable;

/** The folder that templates are read from, and the wall around it. */
final class Folder {

    private final Path root;
    private final UnaryOperator<String> preparation;
    private final int longestSource;

    Folder(Path root, UnaryOperator<String> preparation, int longestSource) {
        this.root = root;
        this.preparation = preparation;
        this.longestSource = longestSource;
    }

    /** The name of a file beneath the folder, with slashes. */
    String name(Path file) {
        Path relative = root.toAbsolutePath()
                .normalize()
                .relativize(file.toAbsolutePath().normalize());
        if (relative.startsWith("..")) {
            throw new InputProblem(
                    Place.file(file.toString()),
                    "expected a template beneath " + root + ", found one outside",
                    "Move it into that folder.");
        }
        return slashes(relative);
    }

    /** What a name in an import or include means, seen from another file; empty when it points out of the folder. */
    Optional<String> resolve(String from, String target) {
        if (target.isBlank() || target.startsWith("/") || target.matches("(?s).*[\\\\:*?\\p{Cntrl}].*")) {
            return Optional.empty();
        }
        try {
            Path resolved = Path.of(from).resolveSibling(target).normalize();
            return resolved.startsWith("..") || resolved.isAbsolute()
                    ? Optional.empty()
                    : Optional.of(slashes(resolved));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** A file as its user would name it: with the folder that holds the templates. */
    private String shown(String name) {
        Path folder = root.toAbsolutePath().normalize().getFileName();
        return folder == null ? name : folder + "/" + name;
    }

    /** Whether there surely is no such file; what may not be looked at, or leads nowhere, says so when it is read. */
    boolean lacks(String name) {
        return Files.notExists(root.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    Source read(String name) {
        Path file = root.resolve(name);
        Place place = Place.file(shown(name));
        String written = decode(bytes(file, place), place);
        if (written.length() > longestSource) {
            throw tooLong(place);
        }
        String text = name.endsWith(TemplateRoom.HTML) ? preparation.apply(written) : written;
        return Source.ofFile(name, shown(name), written, text);
    }

    private byte[] bytes(Path file, Place place) {
        try {
            if (!file.toRealPath().startsWith(root.toRealPath())) {
                throw new InputProblem(
                        place,
                        "expected a template beneath " + root + ", found a link that leads out of it",
                        "Copy the file into that folder.");
            }
            if (Files.isDirectory(file)) {
                throw new InputProblem(place, "expected a file, found a folder", "");
            }
            if (!Files.isRegularFile(file) || Files.size(file) > 4L * longestSource) {
                throw tooLong(place);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw Unreadable.of(place, e);
        }
    }

    private InputProblem tooLong(Place place) {
        return new InputProblem(
                place, "expected a template of at most " + longestSource + " characters, found more", "");
    }

    /** UTF-8 without a byte order mark, and with plain line feeds, wherever the file was written. */
    private static String decode(byte[] bytes, Place place) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return bare.replace("\r\n", "\n").replace('\r', '\n');
        } catch (CharacterCodingException e) {
            throw new InputProblem(
                    place, "expected text in UTF-8, found other bytes", "Save the file with the encoding UTF-8.");
        }
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
