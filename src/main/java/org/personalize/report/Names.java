package org.personalize.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Words as numbers, in the order in which they first came. */
final class Names {

    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    int number(String name) {
        Integer known = numbers.get(name);
        if (known == null) {
            known = numbers.size();
            numbers.put(name, known);
        }
        return known;
    }

    List<String> all() {
        return List.copyOf(numbers.keySet());
    }
}
