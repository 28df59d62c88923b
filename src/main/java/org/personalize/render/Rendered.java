package org.personalize.render;

import java.util.List;

/** What came of rendering one person. */
public sealed interface Rendered {

    /** A mail that may be handed over. */
    record Ready(Mail mail) implements Rendered {}

    /** This person's own error: held, while the rest go on. */
    record Held(int person, List<Finding> findings) implements Rendered {}
}
