package org.personalize.history;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.personalize.audience.Audience;

/**
 * Gives every event without an order the person's local day as its basket. Goes through the events in the order in which
 * they lie in the memory, with everybody's zone at hand.
 */
final class Baskets {

    private final EventColumns columns;
    private final Map<ZoneId, Integer> numbers = new HashMap<>();
    private final List<ZoneId> zones = new ArrayList<>();
    private final short[] zoneOf;

    Baskets(EventColumns columns, PersonIndex people, Audience audience) {
        this.columns = columns;
        zoneOf = new short[people.size()];
        for (int person = 0; person < zoneOf.length; person++) {
            if (people.from(person) < people.to(person)) {
                zoneOf[person] = (short) number(audience.customer(person).zone());
            }
        }
    }

    private int number(ZoneId zone) {
        return numbers.computeIfAbsent(zone, unseen -> {
            zones.add(unseen);
            return zones.size() - 1;
        });
    }

    void settle() {
        Parts.each(columns.size(), this::settle);
    }

    private void settle(int from, int to) {
        List<LocalClock> clocks = zones.stream().map(LocalClock::new).toList();
        for (int event = from; event < to; event++) {
            if (columns.baskets.get(event) == 0) {
                LocalClock clock = clocks.get(zoneOf[columns.persons.get(event)]);
                columns.baskets.set(event, clock.day(columns.second(event)));
            }
        }
    }
}
