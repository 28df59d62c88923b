package org.personalize.run;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.personalize.problem.InputProblem;
import org.personalize.render.Finding;
import org.personalize.render.Rendered;

/**
 * Ends the run when a template breaks its limits for many people. Each of them costs seconds, so that a template without an
 * end would keep a large campaign busy for days. Called from many threads.
 */
final class RunawayGuard implements IntFunction<Rendered> {

    /** The rule by which a mail is held that takes too long, goes too deep or grows too large. */
    static final String RULE = "template-limit";

    static final int MOST_FAILURES = 10;

    /** Fewer than one in so many are single people's own errors, however large the campaign. */
    static final int ONE_IN = 10;

    private final IntFunction<Rendered> work;
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    RunawayGuard(IntFunction<Rendered> work) {
        this.work = work;
    }

    @Override
    public Rendered apply(int person) {
        begun.incrementAndGet();
        Rendered result = work.apply(person);
        if (result instanceof Rendered.Held held) {
            held.findings().stream()
                    .filter(finding -> finding.rule().equals(RULE))
                    .findFirst()
                    .ifPresent(this::count);
        }
        return result;
    }

    private void count(Finding finding) {
        long failures = failed.incrementAndGet();
        if (failures >= MOST_FAILURES && failures * ONE_IN >= begun.get()) {
            throw new InputProblem(
                    finding.place(),
                    finding.message() + ", for " + MOST_FAILURES + " people or more: nobody else was tried",
                    "Look for a loop without an end in the template.");
        }
    }
}
