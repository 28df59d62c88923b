package org.personalize.render;

import org.personalize.problem.Place;

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
}
