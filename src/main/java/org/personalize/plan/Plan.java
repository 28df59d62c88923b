package org.personalize.plan;

import java.util.List;

/** Everyone once, with what was decided for them. Compact: a million decisions are a few arrays. */
public interface Plan {

    /** One more than the greatest person number. */
    int size();

    Decision decision(int person);

    /** Said to the user beside the plan, such as a zone that leaves no permitted hour. */
    List<String> warnings();
}
