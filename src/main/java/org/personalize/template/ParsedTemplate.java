package org.personalize.template;

import freemarker.core.Environment;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.personalize.problem.Place;
import org.personalize.template.RenderFailure.Kind;

/** A template that has passed inspection. */
final class ParsedTemplate implements Template {

    private static final Map<ZoneId, TimeZone> ZONES = new ConcurrentHashMap<>();

    private final freemarker.template.Template parsed;
    private final Limits limits;
    private final @Nullable Place place;
    private final Branches branches;
    private final List<Reference> references;

    /** @param place where a short text stands in the campaign file; null for a file, which knows its own lines */
    ParsedTemplate(
            freemarker.template.Template parsed,
            Limits limits,
            @Nullable Place place,
            Branches branches,
            List<Reference> references) {
        this.parsed = parsed;
        this.limits = limits;
        this.place = place;
        this.branches = branches;
        this.references = List.copyOf(references);
    }

    @Override
    public Rendering render(Fields scope, Locale locale, ZoneId zone) throws RenderFailure {
        var output = new BoundedOutput(limits.outputCharacters());
        var walked = new BitSet();
        Leash leash = Watchdog.leash();
        leash.begin(limits);
        String breach = null;
        try {
            fill(scope, locale, zone, output, walked);
        } catch (TemplateException e) {
            breach = leash.end();
            throw failed(e, breach);
        } catch (LimitReached | StackOverflowError | OutOfMemoryError e) {
            breach = leash.end();
            throw limit(
                    e instanceof LimitReached ? String.valueOf(e.getMessage()) : "it went too deep or grew too large");
        } catch (RuntimeException e) {
            breach = leash.end();
            throw stopped(e, breach);
        }
        breach = leash.end();
        if (breach != null) {
            throw limit(breach);
        }
        return new Rendering(output.toString(), walked);
    }

    private void fill(Fields scope, Locale locale, ZoneId zone, BoundedOutput output, BitSet walked)
            throws TemplateException {
        try {
            Environment environment =
                    parsed.createProcessingEnvironment(new Values.Scope(scope), output, Values.WRAPPER);
            environment.setLocale(locale);
            environment.setTimeZone(ZONES.computeIfAbsent(zone, TimeZone::getTimeZone));
            environment.setCustomState(Branches.WALKED, walked);
            environment.process();
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot fail to be written", e);
        }
    }

    private RenderFailure failed(TemplateException e, @Nullable String breach) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof LimitReached) {
                return limit(String.valueOf(cause.getMessage()));
            }
        }
        return breach == null ? Blame.of(e, place) : limit(breach);
    }

    /** FreeMarker ends an interrupted rendering with an exception of its own that has no public name. */
    private RenderFailure stopped(RuntimeException e, @Nullable String breach) {
        if (breach != null) {
            return limit(breach);
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof TemplateException template) {
                return Blame.of(template, place);
            }
        }
        throw e;
    }

    private RenderFailure limit(String why) {
        Place where = place == null ? Place.file(parsed.getSourceName()) : place;
        return new RenderFailure(Kind.LIMIT, where, "", "it was stopped: " + why);
    }

    /** Whether the source is a single value and nothing beside it, so that no condition can smuggle a template in. */
    boolean isOneValue() {
        return Node.root(parsed).filter(root -> root.isKind("DollarVariable")).isPresent();
    }

    @Override
    public List<Branch> branches() {
        return branches.all();
    }

    @Override
    public List<Reference> references() {
        return references;
    }
}
