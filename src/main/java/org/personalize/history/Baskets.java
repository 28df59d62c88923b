package org.personalize.history;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
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

    private static final long DAY_SECONDS = 86_400;

    private final EventColumns columns;
    private final Map<ZoneId, Integer> numbers = new HashMap<>();
    private final List<Offsets> zones = new ArrayList<>();
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
            zones.add(new Offsets(unseen.getRules()));
            return zones.size() - 1;
        });
    }

    void settle() {
        for (int event = 0; event < columns.size(); event++) {
            if (columns.baskets.get(event) == 0) {
                long second = columns.second(event);
                int offset = zones.get(zoneOf[columns.persons.get(event)]).at(second);
                columns.baskets.set(event, (int) Math.floorDiv(second + offset, DAY_SECONDS));
            }
        }
    }

    /** A zone's offset from UTC, which holds for half a year and is looked up only when it may be another. */
    private static final class Offsets {

        private final ZoneRules rules;
        private long from = 1;
        private long until;
        private int offset;

        Offsets(ZoneRules rules) {
            this.rules = rules;
        }

        int at(long second) {
            if (second < from || second >= until) {
                look(Instant.ofEpochSecond(second));
            }
            return offset;
        }

        private void look(Instant moment) {
            offset = rules.getOffset(moment).getTotalSeconds();
            ZoneOffsetTransition next = rules.nextTransition(moment);
            from = moment.getEpochSecond();
            until = next == null ? Long.MAX_VALUE : next.toEpochSecond();
        }
    }
}
