package org.personalize.plan;

import java.util.List;
import java.util.Optional;

/** Everyone once, with what was decided for them. Compact: a million decisions are a few arrays. */
public interface Plan {

    /** One more than the greatest person number. */
    int size();

    Decision decision(int person);

    /** Said to the user beside the plan, such as a zone that leaves no permitted hour. */
    List<String> warnings();

    /** How the hours were shared out; empty where there was room for all in the hours they wished for. */
    default Optional<Sharing> sharing() {
        return Optional.empty();
    }
}
