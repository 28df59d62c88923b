package org.personalize.template;

import java.time.Duration;

/** How much one rendering may take before it is stopped. */
public record Limits(Duration time, long allocatedBytes, int outputCharacters, int sourceCharacters) {

    /** Generous for any mail, small enough that a runaway template cannot hurt the machine. */
    public static final Limits MAIL = new Limits(Duration.ofSeconds(5), 256L << 20, 4 << 20, 1 << 20);
}
