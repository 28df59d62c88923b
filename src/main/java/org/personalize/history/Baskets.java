package org.personalize.history;

import java.time.Instant;
import java.time.ZoneId;
import org.personalize.audience.Audience;

/** Gives every event without an order the person's local day as its basket. */
final class Baskets {

    private static final long DAY_SECONDS = 86_400;

    private final EventColumns columns;
    private final PersonIndex people;
    private final Audience audience;

    Baskets(EventColumns columns, PersonIndex people, Audience audience) {
        this.columns = columns;
        this.people = people;
        this.audience = audience;
    }

    void settle(int person) {
        if (people.from(person) < people.to(person)) {
            settle(person, audience.customer(person).zone());
        }
    }

    private void settle(int person, ZoneId zone) {
        for (int i = people.from(person); i < people.to(person); i++) {
            int event = people.at(i);
            if (columns.baskets.get(event) == 0) {
                long second = columns.second(event);
                int offset =
                        zone.getRules().getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
                columns.baskets.set(event, (int) Math.floorDiv(second + offset, DAY_SECONDS));
            }
        }
    }
}
