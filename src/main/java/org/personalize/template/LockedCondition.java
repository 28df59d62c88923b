package org.personalize.template;

import freemarker.core.Environment;
import java.lang.invoke.VarHandle;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.personalize.problem.Place;
import org.personalize.problem.Problems;

/**
 * A question as a template of one expression. What the expression gives goes into a {@link Verdict} instead of being
 * printed, so that a text that happens to read "true" is not taken for a yes.
 */
final class LockedCondition implements Condition {

    private static final String BEFORE = "${(";
    private static final String AFTER = ")?c}";

    /** A missing value is an everyday answer here: FreeMarker need not describe it. */
    private static final VarHandle WITHOUT_DETAILS =
            EnvironmentField.of("fastInvalidReferenceExceptions", boolean.class);

    private final Parsed parsed;
    private final String source;
    private final Run run;
    private final Set<String> references;
    private final Set<String> unguarded;

    LockedCondition(String source, Place place, LockedConfiguration configuration, Limits limits) {
        this.source = source;
        this.parsed = parse(source, place, configuration);
        this.run = new Run(limits, new Diagnosis(List.of(parsed)));
        List<Template.Reference> read = References.in(List.of(parsed));
        this.references = paths(read.stream());
        this.unguarded = paths(read.stream().filter(r -> !r.isGuarded()));
        Weaving.into(List.of(parsed));
        Node printed = printed(parsed).orElseThrow();
        Node expression = printed.node("expression").orElseThrow();
        printed.substitute(expression, expression.node("target").orElseThrow(), Verdict.GIVEN);
    }

    private static Set<String> paths(Stream<Template.Reference> references) {
        var paths = new LinkedHashSet<String>();
        references.forEach(r -> paths.add(r.path()));
        return Collections.unmodifiableSet(paths);
    }

    private static Parsed parse(String source, Place place, LockedConfiguration configuration) {
        var problems = new Problems();
        if (source.isBlank()) {
            problems.add(place, "expected a condition, found nothing", "Write one such as customer.country == 'DE'.");
        }
        problems.throwIfAny();
        Parsed parsed = Parsed.of(Source.between(place, BEFORE, source, AFTER), configuration, problems);
        problems.throwIfAny();
        if (parsed == null || printed(parsed).isEmpty()) {
            problems.add(place, "expected one condition, found something else", "Write a single expression.");
            problems.throwIfAny();
            throw new IllegalStateException("a condition without a tree");
        }
        return parsed;
    }

    /** The one interpolation, if the text between our brackets is one expression and does not close them itself. */
    private static Optional<Node> printed(Parsed parsed) {
        return parsed.root()
                .map(root -> root.isKind("MixedContent") && root.children().size() == 1
                        ? root.children().get(0)
                        : root)
                .filter(node -> node.isKind("DollarVariable"))
                .filter(node -> node.node("expression")
                        .filter(c -> c.isKind("cBI"))
                        .flatMap(c -> c.node("target"))
                        .filter(n -> n.isKind("ParentheticalExpression") && n.column() == BEFORE.length())
                        .isPresent());
    }

    @Override
    public Answer ask(Fields scope, ZoneId zone) throws RenderFailure {
        var verdict = new Verdict();
        return run.isComplete(() -> begin(scope, zone, verdict), scope)
                ? verdict.answer(source, parsed.source().origin())
                : Answer.MISSING;
    }

    private Environment begin(Fields scope, ZoneId zone, Verdict verdict) {
        Environment environment = LockedTemplate.environment(parsed.template(), scope, verdict);
        environment.setTimeZone(Zones.of(zone));
        WITHOUT_DETAILS.set(environment, true);
        return environment;
    }

    @Override
    public Set<String> references() {
        return references;
    }

    @Override
    public Set<String> unguarded() {
        return unguarded;
    }

    @Override
    public String source() {
        return source;
    }
}
