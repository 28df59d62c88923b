package org.personalize.history;

import java.util.BitSet;
import org.personalize.audience.Audience;

/**
 * Settles what only all events of a person together tell: which of them are told twice, what machines did, and what refunds
 * took back. A person at a time, so that their events lie near when one part after the other looks at them; only those of
 * whom something is told twice are looked at once more when it is gone.
 */
final class Settlement {

    private final EventColumns columns;
    private final EventCounts counts;
    private final Audience audience;
    private final int campaigns;
    private final BitSet repeats = new BitSet();
    private final BitSet repeaters = new BitSet();

    /** @param columns all that were read, in the order of time */
    Settlement(EventColumns columns, EventCounts counts, Audience audience, int campaigns) {
        this.columns = columns;
        this.counts = counts;
        this.audience = audience;
        this.campaigns = campaigns;
    }

    /** Gives back whose the events are that are left. */
    PersonIndex settle() {
        var people = new PersonIndex(audience.size(), columns.persons);
        new Baskets(columns, people, audience).settle();
        Parts.each(people.size(), (from, to) -> settle(people, from, to));
        if (!repeats.isEmpty()) {
            removeRepeats(people);
        }
        counts.count(columns);
        return people;
    }

    private void settle(PersonIndex people, int from, int to) {
        var found = new BitSet();
        var foundOf = new BitSet();
        var twice = new Repeats(columns, people, found);
        var ownMails = new OwnMails(columns, people, found);
        var rest = new Rest(people);
        for (int person = from; person < to; person++) {
            twice.look(person);
            ownMails.look(person);
            if (isAnyOf(found, people, person)) {
                foundOf.set(person);
            } else {
                rest.settle(person);
            }
        }
        note(found, foundOf);
    }

    private static boolean isAnyOf(BitSet found, PersonIndex people, int person) {
        for (int place = people.from(person); place < people.to(person); place++) {
            if (found.get(people.at(place))) {
                return true;
            }
        }
        return false;
    }

    private synchronized void note(BitSet found, BitSet foundOf) {
        repeats.or(found);
        repeaters.or(foundOf);
    }

    private void removeRepeats(PersonIndex people) {
        counts.repeated(repeats.cardinality());
        columns.remove(repeats);
        people.remove(repeats);
        var rest = new Rest(people);
        repeaters.stream().forEach(rest::settle);
    }

    /** What is settled where nothing is told twice. */
    private final class Rest {

        private final MachineTiming timing;
        private final Refunds refunds;

        Rest(PersonIndex people) {
            timing = new MachineTiming(columns, people, campaigns);
            refunds = new Refunds(columns, people, counts);
        }

        void settle(int person) {
            timing.settle(person);
            refunds.settle(person);
        }
    }
}
