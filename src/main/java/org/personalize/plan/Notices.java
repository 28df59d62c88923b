package org.personalize.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What the user is told beside the plan; the same sentences in the same order, whoever was counted first. */
final class Notices {

    private final List<String> sentences = new ArrayList<>();
    private final Map<String, LongAdder> people = new ConcurrentSkipListMap<>();

    /** Said once, in the order of the calls; not for use by several threads. */
    void say(String sentence) {
        sentences.add(sentence);
    }

    /** Counts one more person of whom this is true; safe to use from many threads. */
    void person(String predicate) {
        people.computeIfAbsent(predicate, p -> new LongAdder()).increment();
    }

    List<String> all() {
        List<String> all = new ArrayList<>(sentences);
        new TreeMap<>(people).forEach((predicate, count) -> all.add(sentence(count.sum(), predicate)));
        return List.copyOf(all);
    }

    private static String sentence(long count, String predicate) {
        return count == 1 ? "1 person: " + predicate : count + " people: " + predicate;
    }
}
