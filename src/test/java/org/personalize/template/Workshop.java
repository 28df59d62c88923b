package org.personalize.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.personalize.problem.Place;

/** A folder with templates, and people to fill them for. */
final class Workshop {

    static final Limits TIGHT = new Limits(Duration.ofSeconds(1), 64L << 20, 1 << 20, 1 << 18);
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Place SUBJECT = new Place("spring.yaml", 4, 11, "");

    final Path folder;
    final TemplateRoom room;

    Workshop(Path folder) {
        this(folder, UnaryOperator.identity());
    }

    Workshop(Path folder, UnaryOperator<String> preparation) {
        this.folder = folder;
        this.room = new TemplateRoom(folder, preparation, TIGHT);
    }

    Workshop with(String name, String source) {
        return with(name, source.getBytes(StandardCharsets.UTF_8));
    }

    Workshop with(String name, byte[] source) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, source);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Template html(String name) {
        return room.html(folder.resolve(name));
    }

    Template line(String source) {
        return room.line(source, SUBJECT);
    }

    Condition condition(String source) {
        return room.condition(source, SUBJECT);
    }

    static Fields fields(Object... namesAndValues) {
        var map = new HashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map::get;
    }

    static Fields customer(Object... namesAndValues) {
        return fields("customer", fields(namesAndValues));
    }

    static String fill(Template template, Fields scope) {
        return fill(template, scope, Locale.ENGLISH);
    }

    static String fill(Template template, Fields scope, Locale locale) {
        try {
            return template.render(scope, locale, BERLIN).output();
        } catch (RenderFailure e) {
            throw new AssertionError(e.kind() + " " + e.place() + " " + e.getMessage(), e);
        }
    }

    static RenderFailure failure(Template template, Fields scope) {
        try {
            var rendering = template.render(scope, Locale.ENGLISH, BERLIN);
            throw new AssertionError("was rendered: " + rendering.output());
        } catch (RenderFailure e) {
            return e;
        }
    }
}
