package org.personalize.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PersonIndexTest {

    private static final int PEOPLE = 20;

    @Test
    void whatIsLeftWhenEventsAreRemovedIsWhatAnIndexOfTheOthersHas() {
        for (int seed = 1; seed <= 200; seed++) {
            var random = new Random(seed);
            var persons = new Ints();
            var removed = new BitSet();
            int events = random.nextInt(400);
            int last = random.nextInt(400);
            for (int event = 0; event < events; event++) {
                persons.add(random.nextInt(PEOPLE));
                removed.set(event, event <= last && random.nextInt(3) == 0);
            }
            var index = new PersonIndex(PEOPLE, persons);
            index.remove(removed);
            persons.remove(removed);
            var others = new PersonIndex(PEOPLE, persons);
            for (int person = 0; person < PEOPLE; person++) {
                assertThat(index.of(person)).as("seed " + seed).isEqualTo(others.of(person));
            }
        }
    }
}
