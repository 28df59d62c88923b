package org.personalize.deliver;

import java.nio.file.Path;

/** What became of one mail. */
public sealed interface Outcome {

    /** Written to the preview folder instead of being mailed. */
    record Previewed(Path html, Path text, Path message, long bytes) implements Outcome {}
}
