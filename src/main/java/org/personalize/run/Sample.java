package org.personalize.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Which mails are written as previews: the edge cases first, then everybody evenly over variants and languages. */
final class Sample {

    private final SortedMap<String, Ints> byKind = new TreeMap<>();

    /** Shows a mail; {@code kind} is what the previews are spread over. */
    void take(String kind, int person) {
        byKind.computeIfAbsent(kind, k -> new Ints()).add(person);
    }

    /**
     * @param wanted how many; edge cases come first, but never more than wanted
     * @return in the order of the people
     */
    NavigableSet<Integer> choose(SortedMap<Integer, List<String>> edgeCases, int wanted) {
        NavigableSet<Integer> chosen = new TreeSet<>();
        mostTelling(edgeCases).stream().limit(wanted).forEach(chosen::add);
        long left = byKind.values().stream().mapToLong(Ints::size).sum();
        for (Ints kind : byKind.values()) {
            long open = (long) wanted - chosen.size();
            int share = (int) Math.min(open, (open * kind.size() + Math.max(1, left) - 1) / Math.max(1, left));
            spread(kind, share, chosen);
            left -= kind.size();
        }
        return chosen;
    }

    /** Whoever shows most cases at once comes first, so that few previews show many. */
    private static List<Integer> mostTelling(SortedMap<Integer, List<String>> edgeCases) {
        List<Integer> people = new ArrayList<>(edgeCases.keySet());
        people.sort(java.util.Comparator.comparingInt((Integer p) -> -labels(edgeCases, p))
                .thenComparing(java.util.Comparator.naturalOrder()));
        return people;
    }

    private static int labels(Map<Integer, List<String>> edgeCases, Integer person) {
        return edgeCases.getOrDefault(person, List.of()).size();
    }

    private static void spread(Ints kind, int share, NavigableSet<Integer> chosen) {
        if (share >= kind.size()) {
            kind.all().forEach(chosen::add);
            return;
        }
        int added = 0;
        for (int i = 0; i < share; i++) {
            int at = (int) ((long) i * kind.size() / share);
            while (at < kind.size() && !chosen.add(kind.get(at))) {
                at++;
            }
            added += at < kind.size() ? 1 : 0;
        }
        for (int at = 0; added < share && at < kind.size(); at++) {
            added += chosen.add(kind.get(at)) ? 1 : 0;
        }
    }

    /** A growing row of numbers without a box around each. */
    private static final class Ints {
        private int[] numbers = new int[16];
        private int size;

        void add(int number) {
            if (size == numbers.length) {
                numbers = java.util.Arrays.copyOf(numbers, size * 2);
            }
            numbers[size++] = number;
        }

        int get(int at) {
            return numbers[at];
        }

        IntStream all() {
            return IntStream.of(numbers).limit(size);
        }

        int size() {
            return size;
        }
    }
}
