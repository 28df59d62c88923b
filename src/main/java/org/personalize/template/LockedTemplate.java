package org.personalize.template;

import freemarker.core.Environment;
import freemarker.template.TemplateException;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A template whose every node was looked at, and which runs within limits. */
final class LockedTemplate implements Template {

    private final freemarker.template.Template root;
    private final Limits limits;
    private final Run run;
    private final List<Reference> references;
    private final List<Branch> branches;
    private final OwnText own;
    private final boolean isFixed;

    /** The rendering of a text that holds nothing to fill in, such as many a preheader; null until it was made once. */
    private volatile @Nullable Rendering fixed;

    /** @param files the root first, then what it includes */
    LockedTemplate(Collection<Parsed> files, Limits limits) {
        this.root = files.iterator().next().template();
        this.limits = limits;
        this.run = new Run(limits, new Diagnosis(files));
        this.isFixed =
                files.iterator().next().root().map(r -> r.isKind("TextBlock")).orElse(true);
        this.references = References.in(files);
        this.branches = Weaving.into(files);
        this.own = new OwnText(files);
    }

    @Override
    public Rendering render(Fields scope, Locale locale, ZoneId zone) throws RenderFailure {
        Rendering known = fixed;
        if (known != null) {
            return known;
        }
        var attempt = new Attempt(scope, locale, zone);
        run.process(attempt::begin, scope);
        BoundedOutput output = Objects.requireNonNull(attempt.output, "a run begins its attempt");
        var rendering = new Rendering(output.finish(), attempt.walked, output.blocks());
        fixed = isFixed ? rendering : null;
        return rendering;
    }

    /** What one rendering writes to; begun anew if it has to be repeated. */
    private final class Attempt {

        private final Fields scope;
        private final Locale locale;
        private final ZoneId zone;
        private @Nullable BoundedOutput output;
        private BitSet walked = new BitSet(0);

        Attempt(Fields scope, Locale locale, ZoneId zone) {
            this.scope = scope;
            this.locale = locale;
            this.zone = zone;
        }

        Environment begin() {
            var fresh = new BoundedOutput(limits.outputCharacters(), own);
            output = fresh;
            walked = new BitSet(branches.size());
            Environment environment = environment(root, scope, fresh);
            environment.setLocale(locale);
            environment.setTimeZone(Zones.of(zone));
            environment.setCustomState(Weaving.WALKED, walked);
            return environment;
        }
    }

    static Environment environment(freemarker.template.Template template, Fields scope, java.io.Writer output) {
        try {
            return template.createProcessingEnvironment(new Values.Scope(scope), output);
        } catch (TemplateException | java.io.IOException e) {
            throw new IllegalStateException("FreeMarker refused to begin", e);
        }
    }

    @Override
    public List<Branch> branches() {
        return branches;
    }

    @Override
    public List<Reference> references() {
        return references;
    }
}
