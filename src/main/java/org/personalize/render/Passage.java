package org.personalize.render;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a block of a template between two places, the same in every mail: its steps, up to the last one that does
 * not depend on what follows; and what many of them together do to a text part, if it is fresh when it comes to them.
 */
final class Passage {

    private final String text;
    private final int from;
    private final Step[] steps;
    private final AtomicReferenceArray<@Nullable Told> told;
    private final Joints joints = new Joints();

    /** What the steps before one do to a text part that is fresh. */
    private record Told(int before, TextShape shape, TextLines.Laid laid) {}

    /** @param text the block as far as it stands in the mail */
    private Passage(String text, int from) {
        this.text = text;
        this.from = from;
        this.steps = steps(text, from);
        this.told = new AtomicReferenceArray<>(steps.length);
    }

    /** What stands between two places of a block. */
    static Passage of(String block, int from, int to) {
        return new Passage(block.substring(0, to), from);
    }

    private static Step[] steps(String text, int from) {
        List<Step> steps = new ArrayList<>();
        var scan = new TextScan(text);
        int at = from;
        while (at < text.length()) {
            Step step = scan.step(at);
            if (step.needs() > text.length()) {
                break;
            }
            steps.add(step);
            at = step.end();
        }
        return steps.toArray(Step[]::new);
    }

    /** Where in the block the last step ends. */
    int end() {
        return steps.length == 0 ? from : steps[steps.length - 1].end();
    }

    /** What begins behind the last step and ends in another block. */
    Joints joints() {
        return joints;
    }

    /** @param shift how much further on in the mail the block stands */
    void tell(TextShape shape, int shift) {
        int at = 0;
        while (at < steps.length) {
            if (shape.isFresh()) {
                Told known = told(at);
                if (known.before > at) {
                    shape.goOn(known.shape, known.laid, shift);
                    at = known.before;
                }
            }
            if (at < steps.length) {
                shape.take(steps[at], shift);
                at++;
            }
        }
    }

    private Told told(int first) {
        Told known = told.get(first);
        if (known == null) {
            int before = first;
            var trial = new TextShape(Page.of(text), new KnownText(), new char[0]);
            for (int i = first; i < steps.length && trial.isCertain(); i++) {
                before = trial.isPlain() ? i : before;
                trial.take(steps[i], 0);
            }
            before = trial.isCertain() && trial.isPlain() ? steps.length : before;
            known = told(first, before);
            told.set(first, known);
        }
        return known;
    }

    private Told told(int first, int before) {
        var shape = new TextShape(Page.of(text), new KnownText(), new char[0]);
        for (int i = first; i < before; i++) {
            shape.take(steps[i], 0);
        }
        return new Told(before, shape, shape.laid());
    }
}
