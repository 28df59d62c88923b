package org.personalize.history;

import java.time.Instant;
import org.personalize.audience.Audience;
import org.personalize.template.Fields;

/**
 * What a condition or a template knows about a person before anything is decided: {@code customer.<column>},
 * {@code profile.<learned>}, {@code now}, and the functions {@code received}, {@code clicked} and {@code bought_since}.
 */
public final class PersonScope {

    public PersonScope(Audience audience, History history, Instant now) {
        throw new UnsupportedOperationException();
    }

    public Fields of(int person) {
        throw new UnsupportedOperationException();
    }
}
