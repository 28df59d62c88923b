package org.personalize.template;

import org.personalize.problem.Place;

/**
 * A template could not be filled for one person. The caller adds who it was; the person is held, the rest go on.
 */
public final class RenderFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why it failed, so that reports can group what belongs together. */
    public enum Kind {
        /** A value is missing and the template does not say what then. */
        MISSING,
        /** Text was used as a number, a number as a date, and so on. */
        WRONG_TYPE,
        /** It took too long, went too deep, or grew too large. */
        LIMIT,
        /** The template stopped itself, and says why. */
        STOPPED,
        /** The template asked for something impossible. */
        OTHER
    }

    private final Kind kind;
    private final transient Place place;
    private final String expression;
    private final String advice;

    public RenderFailure(Kind kind, Place place, String expression, String message) {
        this(kind, place, expression, message, "");
    }

    /** @param advice how to write it instead, without the value of anybody; may be blank */
    RenderFailure(Kind kind, Place place, String expression, String message, String advice) {
        super(advice.isEmpty() ? message : message + "; " + advice);
        this.advice = advice;
        this.kind = kind;
        this.place = place;
        this.expression = expression;
    }

    public Kind kind() {
        return kind;
    }

    public Place place() {
        return place;
    }

    /** How to write it instead; blank where that is not known. It is the same for everybody. */
    public String advice() {
        return advice;
    }

    /** The expression as the template writes it, such as {@code customer.first_name}; may be blank. */
    public String expression() {
        return expression;
    }
}
