package org.personalize.template;

import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/** The template files beneath one folder. A name or a link that leads out of it finds nothing. */
final class TemplateFiles implements TemplateLoader {

    private static final String HTML = ".ftlh";

    private final Path folder;
    private final UnaryOperator<String> preparation;
    private final Limits limits;

    TemplateFiles(Path folder, UnaryOperator<String> preparation, Limits limits) {
        this.folder = folder.toAbsolutePath().normalize();
        this.preparation = preparation;
        this.limits = limits;
    }

    /** The name by which FreeMarker knows a file. */
    String nameOf(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        if (!whole.startsWith(folder)) {
            throw new InputProblem(Place.file(file.toString()), "a template lies beneath " + folder, "Move it there.");
        }
        return folder.relativize(whole).toString().replace('\\', '/');
    }

    /** How the user would name a file that FreeMarker knows by this name. */
    Place place(String name, long line, long column) {
        return Place.at(name, line, column);
    }

    @Override
    public @Nullable Object findTemplateSource(String name) throws IOException {
        Path file = folder.resolve(name).normalize();
        boolean isInside = file.startsWith(folder)
                && Files.isRegularFile(file)
                && file.toRealPath().startsWith(folder.toRealPath());
        return isInside ? file : null;
    }

    @Override
    public long getLastModified(Object source) {
        return 0;
    }

    @Override
    public Reader getReader(Object source, String encoding) throws IOException {
        return new StringReader(read((Path) source));
    }

    @Override
    public void closeTemplateSource(Object source) {
        // Nothing stays open.
    }

    private String read(Path file) throws IOException {
        Place place = Place.file(nameOf(file));
        if (Files.size(file) > limits.sourceCharacters()) {
            throw new InputProblem(
                    place, "it is larger than " + limits.sourceCharacters() + " bytes", "Split it, or shorten it.");
        }
        String text = decoded(Files.readAllBytes(file), place);
        return file.toString().endsWith(HTML) ? preparation.apply(text) : text;
    }

    private static String decoded(byte[] bytes, Place place) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InputProblem(place, "it is not UTF-8", "Save it as UTF-8.");
        }
    }
}
