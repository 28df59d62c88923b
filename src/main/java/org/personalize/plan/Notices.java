package org.personalize.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.personalize.problem.Amount;

/** What the user is told beside the plan; the same sentences in the same order, whoever was counted first. */
final class Notices {

    private final List<String> sentences = new ArrayList<>();
    private final Map<Fact, LongAdder> people = new ConcurrentSkipListMap<>();

    /** Said once, in the order of the calls; not for use by several threads. */
    void say(String sentence) {
        sentences.add(sentence);
    }

    /**
     * Counts one more person of whom this is true; safe to use from many threads.
     *
     * @param verb what one person does, such as {@code has}
     */
    void person(Verb verb, String rest) {
        people.computeIfAbsent(new Fact(rest, verb), fact -> new LongAdder()).increment();
    }

    List<String> all() {
        List<String> all = new ArrayList<>(sentences);
        people.forEach((fact, count) -> all.add(fact.of(count.sum())));
        return List.copyOf(all);
    }

    /** What somebody does, and what several do. */
    enum Verb {
        HAS("has", "have"),
        FINDS("finds", "find"),
        DOES_NOT_ALLOW("does not allow", "do not allow");

        private final String one;
        private final String several;

        Verb(String one, String several) {
            this.one = one;
            this.several = several;
        }
    }

    private record Fact(String rest, Verb verb) implements Comparable<Fact> {

        String of(long people) {
            return Amount.of(people, "person " + verb.one, "people " + verb.several) + " " + rest;
        }

        @Override
        public int compareTo(Fact other) {
            int byVerb = verb.compareTo(other.verb);
            return byVerb == 0 ? rest.compareTo(other.rest) : byVerb;
        }
    }
}
