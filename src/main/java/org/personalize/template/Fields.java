package org.personalize.template;

import org.jspecify.annotations.Nullable;

/**
 * Named values that a template may look up. A value is text, a number, a boolean, a {@link java.time.LocalDate}, a
 * {@link java.time.Instant}, a {@link java.time.ZonedDateTime}, another {@code Fields}, a list or a map of these, or a
 * {@link Function}. Missing is null; blank text never occurs.
 */
@FunctionalInterface
public interface Fields {

    @Nullable
    Object field(String name);

    /** A function that a template or a condition may call, such as {@code received('spring', '7d')}. */
    @FunctionalInterface
    interface Function {
        /** Null where the answer is not known, as a missing value is. */
        @Nullable
        Object call(java.util.List<Object> arguments);
    }
}
