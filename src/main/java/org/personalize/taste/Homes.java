package org.personalize.taste;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.personalize.audience.Audience;

/** The countries in which people live, by number; whose is not known, or must not be looked at, lives nowhere. */
final class Homes {

    static final int NOWHERE = -1;

    private static final String COUNTRY = "country";

    /** More countries than there are; a column that holds something else than countries says nothing here. */
    private static final int MOST = 300;

    private final int[] numberOf;
    private final List<int[]> people = new ArrayList<>();

    private Homes(int[] byLot, int[] numberOf, int size) {
        this.numberOf = numberOf;
        var sizes = new int[size];
        Arrays.stream(numberOf).filter(home -> home != NOWHERE).forEach(home -> sizes[home]++);
        Arrays.stream(sizes).forEach(number -> people.add(new int[number]));
        for (int place = byLot.length - 1; place >= 0; place--) {
            int person = byLot[place];
            if (numberOf[person] != NOWHERE) {
                people.get(numberOf[person])[--sizes[numberOf[person]]] = person;
            }
        }
    }

    /** Everybody lives nowhere. */
    static Homes unknown(Audience audience) {
        var nowhere = new int[audience.size()];
        Arrays.fill(nowhere, NOWHERE);
        return new Homes(audience.byLot(), nowhere, 0);
    }

    /** Of those who allow it, unless the column is one of those that are protected. */
    static Homes of(Audience audience, Set<String> protectedColumns) {
        if (protectedColumns.contains(COUNTRY)) {
            return unknown(audience);
        }
        Map<String, Integer> numbers = new HashMap<>();
        var numberOf = new int[audience.size()];
        for (int person = 0; person < numberOf.length; person++) {
            String country = audience.allowsPersonalization(person)
                    ? audience.customer(person).text(COUNTRY)
                    : null;
            numberOf[person] = country == null || country.isBlank()
                    ? NOWHERE
                    : numbers.computeIfAbsent(country, c -> numbers.size());
        }
        return numbers.size() > 1 && numbers.size() <= MOST
                ? new Homes(audience.byLot(), numberOf, numbers.size())
                : unknown(audience);
    }

    /** How many countries there are: none, or several, as one would tell nobody apart. */
    int size() {
        return people.size();
    }

    int of(int person) {
        return numberOf[person];
    }

    /** Who lives there, in the order in which people are learned from; to be read only. */
    int[] people(int home) {
        return people.get(home);
    }
}
