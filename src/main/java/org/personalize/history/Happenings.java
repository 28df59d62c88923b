package org.personalize.history;

import java.io.IOException;
import java.util.function.Consumer;

/** Another account of what happened than the event files: a ledger's mails, and whatever was taken in. */
@FunctionalInterface
public interface Happenings {

    /** Nothing else is known. */
    Happenings NONE = taker -> {};

    /** Tells everything, in any order that is always the same. */
    void tell(Consumer<Happening> taker) throws IOException;
}
