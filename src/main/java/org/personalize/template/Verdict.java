package org.personalize.template;

import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import java.io.Writer;
import org.personalize.problem.Place;

/** Receives what a condition gives. */
final class Verdict extends Writer {

    private static final SimpleScalar YES = new SimpleScalar("yes");
    private static final SimpleScalar NO = new SimpleScalar("no");
    private static final SimpleScalar MISSING = new SimpleScalar("missing");
    private static final SimpleScalar TEXT = new SimpleScalar("a text");
    private static final SimpleScalar NUMBER = new SimpleScalar("a number");
    private static final SimpleScalar OTHER = new SimpleScalar("something else");

    /** Turns the value of the condition into a word that only this class reads. */
    static final TemplateMethodModelEx GIVEN = arguments -> word(arguments.get(0));

    private String word = "missing";

    private static SimpleScalar word(@org.jspecify.annotations.Nullable Object value) throws TemplateModelException {
        if (value == null) {
            return MISSING;
        } else if (value instanceof TemplateBooleanModel flag) {
            return flag.getAsBoolean() ? YES : NO;
        } else if (value instanceof TemplateNumberModel) {
            return NUMBER;
        }
        return value instanceof TemplateScalarModel ? TEXT : OTHER;
    }

    Condition.Answer answer(String source, Place place) throws RenderFailure {
        return switch (word) {
            case "yes" -> Condition.Answer.YES;
            case "no" -> Condition.Answer.NO;
            case "missing" -> Condition.Answer.MISSING;
            default ->
                throw new RenderFailure(
                        RenderFailure.Kind.WRONG_TYPE,
                        place,
                        source,
                        "the condition gives " + word + ", but yes or no is needed; compare it with something");
        };
    }

    @Override
    public void write(String string) {
        word = string;
    }

    @Override
    public void write(char[] buffer, int offset, int length) {
        word = new String(buffer, offset, length);
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
