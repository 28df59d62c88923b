package org.personalize.template;

import freemarker.core.InvalidReferenceException;
import freemarker.core.NonBooleanException;
import freemarker.core.NonDateException;
import freemarker.core.NonHashException;
import freemarker.core.NonNumericalException;
import freemarker.core.NonSequenceException;
import freemarker.core.NonSequenceOrCollectionException;
import freemarker.core.NonStringException;
import freemarker.core.UnexpectedTypeException;
import freemarker.template.TemplateException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.problem.Place;
import org.personalize.template.RenderFailure.Kind;

/** Turns what FreeMarker says of a failed rendering into one clear sentence of ours, without anybody's data. */
final class Blame {

    private static final Map<Class<? extends UnexpectedTypeException>, String> WANTED = Map.of(
            NonNumericalException.class, "a number",
            NonBooleanException.class, "yes or no",
            NonDateException.class, "a date",
            NonStringException.class, "a text",
            NonSequenceException.class, "a list",
            NonSequenceOrCollectionException.class, "a list",
            NonHashException.class, "something with fields");

    private Blame() {}

    /** @param where the place to name; null for the one that FreeMarker knows */
    static RenderFailure of(TemplateException e, @Nullable Place where) {
        String expression = e.getBlamedExpressionString() == null ? "" : e.getBlamedExpressionString();
        Place place = where == null ? place(e) : where;
        if (e.getCause() instanceof Values.RefusedCall refused) {
            return new RenderFailure(Kind.OTHER, place, expression, refused.reason());
        }
        if (e instanceof InvalidReferenceException) {
            String name = expression.isEmpty() ? "a value" : expression;
            return new RenderFailure(
                    Kind.MISSING,
                    place,
                    expression,
                    name + " is missing, and the template does not say what then; write " + name + "!'…' or ask <#if "
                            + name + "??>");
        }
        if (e instanceof UnexpectedTypeException) {
            String wanted = WANTED.getOrDefault(e.getClass(), "something else");
            return new RenderFailure(
                    Kind.WRONG_TYPE,
                    place,
                    expression,
                    (expression.isEmpty() ? "a value" : expression) + " is not " + wanted
                            + ", which is needed here; declare its column's type under data, or convert it");
        }
        return new RenderFailure(Kind.OTHER, place, expression, firstSentence(e));
    }

    private static Place place(TemplateException e) {
        Integer line = e.getLineNumber();
        Integer column = e.getColumnNumber();
        String name = e.getTemplateSourceName();
        return Place.at(name == null ? "" : name, line == null ? 0 : line, column == null ? 0 : column);
    }

    private static String firstSentence(TemplateException e) {
        String message = e.getMessageWithoutStackTop();
        String first = message == null ? "it cannot be filled" : message.strip().split("[\\r\\n]", 2)[0];
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }
}
