package org.personalize.render;

import java.nio.file.Path;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;
import org.personalize.template.RenderFailure;

/**
 * Something the lint engine has to say.
 *
 * @param rule a short fixed name that people can search for, such as {@code missing-alt}
 * @param people how many people it concerns; 0 when it concerns the campaign as a whole
 */
public record Finding(Severity severity, String rule, Place place, String message, long people) {

    /** What it means for sending. */
    public enum Severity {
        /** Worth a look; nothing is held. */
        NOTE,
        /** Should be mended before sending; nothing is held. */
        WARNING,
        /** On the campaign: nothing is sent. On a person: that person is held. */
        ERROR
    }

    /** Whether it is an error of the campaign as a whole, so that nothing may be sent. */
    public boolean blocks() {
        return severity == Severity.ERROR && people == 0;
    }

    /** Why one person's mail could not be filled. */
    static Finding of(RenderFailure failure) {
        String what = failure.expression().isEmpty() ? "the template" : "${" + failure.expression() + "}";
        return switch (failure.kind()) {
            case MISSING ->
                error("missing-value", failure.place(), what + " is missing, and the template does not say what then");
            case WRONG_TYPE ->
                error(
                        "wrong-type",
                        failure.place(),
                        what + " is of another kind than the template takes it for"
                                + (failure.advice().isEmpty() ? "" : "; " + failure.advice()));
            case LIMIT ->
                error("template-limit", failure.place(), what + " takes too long, goes too deep or grows too large");
            case STOPPED -> error("template-error", failure.place(), String.valueOf(failure.getMessage()));
            case OTHER -> error("template-error", failure.place(), what + " cannot be filled");
        };
    }

    /** A mail that was promised before the campaign was changed. */
    static Finding ofVariant(String variant, Path campaign) {
        return error(
                "unknown-variant",
                Place.file(campaign.toString()),
                "the promised variant " + Problem.quote(variant) + " is no more; plan --again draws another");
    }

    private static Finding error(String rule, Place place, String message) {
        return new Finding(Severity.ERROR, rule, place, message, 1);
    }
}
