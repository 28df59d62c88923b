package org.personalize.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everyone once, with what was decided for them. Compact: a million decisions are a few arrays. */
public interface Plan {

    /** One more than the greatest person number. */
    int size();

    Decision decision(int person);

    /** Said to the user beside the plan, such as a zone that leaves no permitted hour. */
    List<String> warnings();

    /** When time alone may bring the turn of somebody who is skipped now; empty for nobody's. */
    default Optional<Instant> nextTurn() {
        return Optional.empty();
    }

    /** How the hours were shared out; empty where there was room for all in the hours they wished for. */
    default Optional<Sharing> sharing() {
        return Optional.empty();
    }
}
