package org.personalize.template;

import freemarker.core.Environment;
import freemarker.core.InvalidReferenceException;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.personalize.problem.InputProblem;

/** One rendering from its beginning to its end, on a leash. */
final class Run {

    private static final String INTERRUPTION = "TemplateProcessingThreadInterruptedException";

    private final Limits limits;
    private final Diagnosis diagnosis;

    private enum Ending {
        DONE,
        MISSING,
        INTERRUPTED
    }

    Run(Limits limits, Diagnosis diagnosis) {
        this.limits = limits;
        this.diagnosis = diagnosis;
    }

    /**
     * Runs an environment to its end. An interrupt from elsewhere is not an error of this person: it is put aside, the
     * run is repeated, and the flag is as it was when this returns.
     */
    void process(Supplier<Environment> fresh, Fields scope) throws RenderFailure {
        ending(fresh, scope, false);
    }

    /** The same where a missing value is an everyday answer: false, without the cost of describing it. */
    boolean isComplete(Supplier<Environment> fresh, Fields scope) throws RenderFailure {
        return ending(fresh, scope, true) == Ending.DONE;
    }

    private Ending ending(Supplier<Environment> fresh, Fields scope, boolean mayMiss) throws RenderFailure {
        boolean wasInterrupted = Thread.interrupted();
        try {
            Ending ending = attempt(fresh.get(), scope, mayMiss);
            while (ending == Ending.INTERRUPTED) {
                wasInterrupted |= Thread.interrupted();
                ending = attempt(fresh.get(), scope, mayMiss);
            }
            return ending;
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Ending attempt(Environment environment, Fields scope, boolean mayMiss) throws RenderFailure {
        Leash leash = Watchdog.leash();
        leash.begin(limits);
        boolean isNested = leash.isNested();
        Throwable thrown = null;
        String breach;
        try {
            environment.process();
        } catch (TemplateException | IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            thrown = e;
        } finally {
            breach = leash.end();
        }
        if (thrown == null) {
            return Ending.DONE;
        } else if (breach == null && mayMiss && thrown instanceof InvalidReferenceException) {
            return Ending.MISSING;
        } else if (breach == null && isInterruption(thrown)) {
            if (isNested) {
                throw new LimitReached.Stopped();
            }
            return Ending.INTERRUPTED;
        }
        throw failure(thrown, breach, scope);
    }

    private static boolean isInterruption(Throwable thrown) {
        for (Throwable c = thrown; c != null; c = c.getCause()) {
            if (c instanceof LimitReached.Stopped
                    || c.getClass().getSimpleName().equals(INTERRUPTION)) {
                return true;
            }
        }
        return false;
    }

    private RenderFailure failure(Throwable thrown, @Nullable String breach, Fields scope) {
        if (breach != null) {
            return diagnosis.limit(breach);
        } else if (thrown instanceof TemplateException e) {
            rethrowOurs(e.getCause());
            return diagnosis.explain(e, scope);
        } else if (thrown instanceof LimitReached limit) {
            return diagnosis.limit(String.valueOf(limit.getMessage()));
        } else if (thrown instanceof StackOverflowError) {
            return diagnosis.limit("it is nested too deeply");
        } else if (thrown instanceof OutOfMemoryError) {
            return diagnosis.limit("it used too much memory");
        } else if (thrown instanceof RuntimeException e) {
            throw e;
        }
        throw new IllegalStateException("writing to memory failed", thrown);
    }

    /** FreeMarker wraps whatever a value throws when it is looked up; what is not about the template goes on. */
    private static void rethrowOurs(@Nullable Throwable cause) {
        if (cause instanceof IllegalStateException e) {
            throw e;
        } else if (cause instanceof InputProblem e) {
            throw e;
        }
    }
}
