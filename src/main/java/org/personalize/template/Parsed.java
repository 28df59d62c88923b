package org.personalize.template;

import freemarker.core.ParseException;
import freemarker.template.Template;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalize.problem.Place;
import org.personalize.problem.Problems;

/** A source and the tree that FreeMarker made of it. */
record Parsed(Source source, Template template, List<Inspection.Inclusion> inclusions) {

    /** Parses and inspects; null when there is anything to complain about. */
    static @Nullable Parsed of(Source source, LockedConfiguration configuration, Problems problems) {
        int before = problems.all().size();
        header(source, problems);
        Template template = parse(source, configuration, problems);
        if (template == null) {
            return null;
        }
        var inspection = new Inspection(source, problems, !source.name().isEmpty());
        List<Inspection.Inclusion> inclusions =
                Node.root(template).map(inspection::inspect).orElse(List.of());
        return problems.all().size() == before ? new Parsed(source, template, inclusions) : null;
    }

    /** The header is gone from the tree, and could turn the escaping off or change what a tag looks like. */
    private static void header(Source source, Problems problems) {
        String start = source.text().stripLeading();
        if (start.startsWith("<#ftl") || start.startsWith("[#ftl")) {
            problems.add(source.at(1, 1), "a header <#ftl …> is not allowed in a template", "Leave it out.");
        }
    }

    private static @Nullable Template parse(Source source, LockedConfiguration configuration, Problems problems) {
        try {
            return new Template(source.name(), source.text(), configuration);
        } catch (ParseException e) {
            problems.add(SyntaxError.explain(e, source));
        } catch (StackOverflowError e) {
            problems.add(source.origin(), "this is nested too deeply to be read", "Take it apart with <#assign>.");
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory could not be read", e);
        }
        return null;
    }

    Optional<Node> root() {
        return Node.root(template);
    }

    Place at(Node node) {
        return source.at(node.line(), node.column());
    }
}
