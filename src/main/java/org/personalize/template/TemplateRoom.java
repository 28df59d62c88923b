package org.personalize.template;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.OutputFormat;
import freemarker.core.ParseException;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.problem.Problems;
import org.personalize.template.Template.Reference;

/** Where templates and conditions are parsed, checked against the list of what is allowed, and compiled once. */
public final class TemplateRoom {

    private static final int DEEPEST_INCLUDES = 50;

    private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    private final TemplateFiles files;
    private final Limits limits;
    private final Branches branches = new Branches();
    private final Map<String, List<Reference>> inspected = new LinkedHashMap<>();

    /**
     * @param folder includes and imports are resolved beneath it, and never outside it
     * @param preparation applied to the source of every HTML file before it is parsed; must keep line numbers
     */
    public TemplateRoom(Path folder, UnaryOperator<String> preparation, Limits limits) {
        this.limits = limits;
        files = new TemplateFiles(folder, preparation, limits);
        configuration.setTemplateLoader(files);
        configuration.setDefaultEncoding("UTF-8");
        configuration.setLocalizedLookup(false);
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        configuration.setCacheStorage(new freemarker.cache.StrongCacheStorage());
        configuration.setObjectWrapper(Values.WRAPPER);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setRecognizeStandardFileExtensions(true);
        configuration.setOutputFormat(PlainTextOutputFormat.INSTANCE);
        configuration.setBooleanFormat("c");
    }

    /** An HTML file; values are escaped as HTML. */
    public Template html(Path file) {
        return file(file, HTMLOutputFormat.INSTANCE, ".ftlh");
    }

    /** A plain text file; nothing is escaped. */
    public Template text(Path file) {
        return file(file, PlainTextOutputFormat.INSTANCE, ".ftl");
    }

    /** A short plain text from the campaign file, such as a subject. */
    public Template line(String source, Place place) {
        if (source.length() > limits.sourceCharacters()) {
            throw new InputProblem(
                    place, "it is longer than " + limits.sourceCharacters() + " characters", "Shorten it.");
        }
        try {
            var parsed = new freemarker.template.Template("line", source, configuration);
            return new ParsedTemplate(parsed, limits, place, new Branches(), inspect(parsed, place));
        } catch (ParseException e) {
            throw new InputProblem(place, said(e), "Correct it.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A condition from the campaign file, such as {@code customer.country == 'DE'}. */
    public Condition condition(String source, Place place) {
        var parsed = (ParsedTemplate) line("${(" + source + ")?c}", place);
        if (!parsed.isOneValue()) {
            throw new InputProblem(
                    place, "expected one condition, found more behind it", "Remove what stands behind }.");
        }
        return new ParsedCondition(source, parsed);
    }

    private synchronized Template file(Path file, OutputFormat format, String ending) {
        if (!file.toString().endsWith(ending)) {
            throw new InputProblem(
                    Place.file(file.toString()), "expected a template whose name ends in " + ending, "Rename it.");
        }
        String name = files.nameOf(file);
        freemarker.template.Template parsed = load(name, Place.file(file.toString()), 0);
        if (parsed.getOutputFormat() != format) {
            throw new InputProblem(Place.file(name), "it declares another output format", "Remove its <#ftl …>.");
        }
        List<Reference> references = new ArrayList<>();
        inspected.values().forEach(references::addAll);
        return new ParsedTemplate(parsed, limits, null, branches, references);
    }

    /** Parses and inspects a file and, before anybody is rendered, all that it imports. */
    private freemarker.template.Template load(String name, Place asked, int depth) {
        if (depth > DEEPEST_INCLUDES) {
            throw new InputProblem(
                    asked, "files include each other more than " + DEEPEST_INCLUDES + " deep", "Untangle them.");
        }
        try {
            freemarker.template.Template parsed = configuration.getTemplate(name);
            if (!inspected.containsKey(name)) {
                inspected.put(name, List.of());
                inspected.put(name, inspect(parsed, Place.file(name)));
                Node.root(parsed).ifPresent(root -> {
                    imports(root, name, depth);
                    branches.mark(root, name);
                });
            }
            return parsed;
        } catch (TemplateNotFoundException e) {
            throw new InputProblem(
                    asked, "there is no template " + name + " in the template folder", "Correct the name.");
        } catch (ParseException e) {
            throw new InputProblem(Place.at(name, e.getLineNumber(), e.getColumnNumber()), said(e), "Correct it.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void imports(Node node, String file, int depth) {
        String field = node.isKind("LibraryLoad")
                ? "importedTemplateNameExp"
                : node.isKind("Include") ? "includedTemplateNameExp" : "";
        if (!field.isEmpty()) {
            node.node(field).ifPresent(name -> {
                Place place = Place.at(file, node.line(), node.column());
                load(resolved(file, name.text("value"), place), place, depth + 1);
            });
        }
        node.children().stream().filter(Node::isElement).forEach(child -> imports(child, file, depth));
    }

    private static String resolved(String file, String name, Place place) {
        if (name.contains("..") || name.contains(":") || name.contains("*")) {
            throw new InputProblem(place, "a template includes files of its own folder only", "Write a plain name.");
        }
        int slash = file.lastIndexOf('/');
        return name.startsWith("/") ? name.substring(1) : file.substring(0, slash + 1) + name;
    }

    private List<Reference> inspect(freemarker.template.Template parsed, Place place) {
        var problems = new Problems();
        boolean isFile = place.line() == 0 && place.file().equals(parsed.getSourceName());
        Inspection.Origin origin = (line, column) -> isFile ? Place.at(place.file(), line, column) : place;
        List<Reference> found = Node.root(parsed)
                .map(root -> {
                    new Inspection(place, origin, problems).inspect(root);
                    List<Reference> references = References.of(root, origin);
                    Guards.put(root);
                    return references;
                })
                .orElse(List.of());
        problems.throwIfAny();
        _CoreAPI.addThreadInterruptedChecks(parsed);
        return found;
    }

    /** FreeMarker's first sentence; the rest of its message is tips for programmers. */
    private static String said(ParseException e) {
        String first = String.valueOf(e.getEditorMessage()).strip().split("[\\r\\n]", 2)[0];
        return first.endsWith(".") || first.endsWith(":") ? first.substring(0, first.length() - 1) : first;
    }
}
