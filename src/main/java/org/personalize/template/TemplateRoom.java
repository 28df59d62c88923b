package org.personalize.template;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;
import org.personalize.problem.Problems;

/** Where templates and conditions are parsed, checked against the list of what is allowed, and compiled once. */
public final class TemplateRoom {

    static final String HTML = ".ftlh";
    static final String TEXT = ".ftl";

    private final Folder folder;
    private final Limits limits;
    private final LockedConfiguration configuration = new LockedConfiguration();

    /**
     * @param folder includes and imports are resolved beneath it, and never outside it
     * @param preparation applied to the source of every HTML file before it is parsed; must keep line numbers
     */
    public TemplateRoom(Path folder, UnaryOperator<String> preparation, Limits limits) {
        this.folder = new Folder(folder, preparation, limits.sourceCharacters());
        this.limits = limits;
    }

    /** An HTML file; values are escaped as HTML. */
    public Template html(Path file) {
        return file(file, HTML);
    }

    /** A plain text file; nothing is escaped. */
    public Template text(Path file) {
        return file(file, TEXT);
    }

    private Template file(Path file, String ending) {
        if (!file.toString().endsWith(ending)) {
            throw new InputProblem(Problem.expected(
                    Place.file(file.toString()),
                    "a file name ending in " + ending,
                    file.getFileName().toString(),
                    "HTML templates end in .ftlh, text templates in .ftl."));
        }
        return new LockedTemplate(Library.of(folder, folder.name(file)), limits);
    }

    /** A short plain text from the campaign file, such as a subject. */
    public Template line(String source, Place place) {
        tooLong(source, place);
        var problems = new Problems();
        Parsed parsed = Parsed.of(Source.ofValue(place, source), configuration, problems);
        problems.throwIfAny();
        if (parsed == null) {
            throw new IllegalStateException("nothing was parsed, and nothing is wrong");
        }
        return new LockedTemplate(List.of(parsed), limits);
    }

    /** A condition from the campaign file, such as {@code customer.country == 'DE'}. */
    public Condition condition(String source, Place place) {
        tooLong(source, place);
        return new LockedCondition(source, place, configuration, limits);
    }

    private void tooLong(String source, Place place) {
        if (source.length() > limits.sourceCharacters()) {
            throw new InputProblem(
                    place, "expected at most " + limits.sourceCharacters() + " characters, found more", "");
        }
    }
}
