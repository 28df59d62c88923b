package org.personalize.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The different texts of one field, numbered as they come. */
final class EventWords {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private long characters;
    private String last = "";
    private int lastNumber = -1;

    int number(String text) {
        if (lastNumber >= 0 && last.equals(text)) {
            return lastNumber;
        }
        Integer known = numbers.putIfAbsent(text, words.size());
        if (known == null) {
            words.add(text);
            characters += text.length();
        }
        last = text;
        lastNumber = known == null ? words.size() - 1 : known;
        return lastNumber;
    }

    List<String> words() {
        return words;
    }

    long characters() {
        return characters;
    }
}
