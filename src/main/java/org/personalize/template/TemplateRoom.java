package org.personalize.template;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.personalize.problem.Place;

/** Where templates and conditions are parsed, checked against the list of what is allowed, and compiled once. */
public final class TemplateRoom {

    /**
     * @param folder includes and imports are resolved beneath it, and never outside it
     * @param preparation applied to the source of every HTML file before it is parsed; must keep line numbers
     */
    public TemplateRoom(Path folder, UnaryOperator<String> preparation, Limits limits) {
        throw new UnsupportedOperationException();
    }

    /** An HTML file; values are escaped as HTML. */
    public Template html(Path file) {
        throw new UnsupportedOperationException();
    }

    /** A plain text file; nothing is escaped. */
    public Template text(Path file) {
        throw new UnsupportedOperationException();
    }

    /** A short plain text from the campaign file, such as a subject. */
    public Template line(String source, Place place) {
        throw new UnsupportedOperationException();
    }

    /** A condition from the campaign file, such as {@code customer.country == 'DE'}. */
    public Condition condition(String source, Place place) {
        throw new UnsupportedOperationException();
    }
}
