package org.personalize.history;

import java.util.BitSet;
import org.personalize.audience.Audience;

/**
 * Settles what only all events of a person together tell: which of them are told twice, what machines did, and what refunds
 * took back. A person at a time, so that their events lie near when one part after the other looks at them.
 */
final class Settlement {

    private final EventColumns columns;
    private final EventCounts counts;
    private final Audience audience;
    private final int campaigns;

    /** @param columns all that were read, in the order of time */
    Settlement(EventColumns columns, EventCounts counts, Audience audience, int campaigns) {
        this.columns = columns;
        this.counts = counts;
        this.audience = audience;
        this.campaigns = campaigns;
    }

    /** Gives back whose the events are that are left. */
    PersonIndex settle() {
        PersonIndex people = withoutRepeats(new PersonIndex(audience.size(), columns.persons));
        new Baskets(columns, people, audience).settle();
        PersonParts.each(people.size(), (from, to) -> settle(people, from, to));
        counts.count(columns);
        return people;
    }

    private PersonIndex withoutRepeats(PersonIndex people) {
        var repeats = new BitSet();
        PersonParts.each(people.size(), (from, to) -> {
            BitSet found = repeats(people, from, to);
            synchronized (repeats) {
                repeats.or(found);
            }
        });
        if (repeats.isEmpty()) {
            return people;
        }
        counts.repeated(repeats.cardinality());
        columns.remove(repeats);
        return new PersonIndex(audience.size(), columns.persons);
    }

    private BitSet repeats(PersonIndex people, int from, int to) {
        var found = new BitSet();
        var repeats = new Repeats(columns, people, found);
        var ownMails = new OwnMails(columns, people, found);
        for (int person = from; person < to; person++) {
            repeats.look(person);
            ownMails.look(person);
        }
        return found;
    }

    private void settle(PersonIndex people, int from, int to) {
        var timing = new MachineTiming(columns, people, campaigns);
        var refunds = new Refunds(columns, people, counts);
        for (int person = from; person < to; person++) {
            timing.settle(person);
            refunds.settle(person);
        }
    }
}
