package org.personalize.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.personalize.render.Finding;

/** Why people were held, each error once with the number of people. */
final class Complaints {

    /** More kinds of errors than these nobody reads. */
    private static final int MOST_KINDS = 100;

    private final Map<String, Finding> first = new LinkedHashMap<>();
    private final Map<String, Integer> people = new LinkedHashMap<>();

    synchronized void add(Finding finding) {
        String kind = finding.rule() + ' ' + finding.place();
        if (first.containsKey(kind) || first.size() < MOST_KINDS) {
            first.putIfAbsent(kind, finding);
            people.merge(kind, 1, Integer::sum);
        }
    }

    synchronized List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        first.forEach((kind, one) -> all.add(
                new Finding(one.severity(), one.rule(), one.place(), one.message(), people.getOrDefault(kind, 1))));
        return all;
    }
}
