package org.personalize.template;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.personalize.template.RenderFailure.Kind;

/** A condition as a template that writes {@code true} or {@code false}. */
final class ParsedCondition implements Condition {

    private final String source;
    private final Template template;
    private final Set<String> references;

    ParsedCondition(String source, Template template) {
        this.source = source;
        this.template = template;
        var paths = new TreeSet<String>();
        template.references().forEach(r -> paths.add(r.path()));
        this.references = Set.copyOf(paths);
    }

    @Override
    public Answer ask(Fields scope, ZoneId zone) throws RenderFailure {
        try {
            return template.render(scope, Locale.ROOT, zone).output().equals("true") ? Answer.YES : Answer.NO;
        } catch (RenderFailure failure) {
            if (failure.kind() == Kind.MISSING) {
                return Answer.MISSING;
            }
            throw failure;
        }
    }

    @Override
    public Set<String> references() {
        return references;
    }

    @Override
    public String source() {
        return source;
    }
}
