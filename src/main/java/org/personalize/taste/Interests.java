package org.personalize.taste;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Audience;
import org.personalize.catalog.Catalog;
import org.personalize.catalog.Item;

/**
 * What people said themselves: {@code customer.interests} and {@code customer.never_show}, words parted by {@code |}. A
 * word means the items that have it as their category, as a part of a category such as {@code Camping > Tents}, as a tag
 * or as their id, whatever its case.
 */
public final class Interests {

    /** Words of one cell beyond this are not read. */
    private static final int MOST_WORDS = 100;

    private static final BitSet NOTHING = new BitSet();

    private final Audience audience;
    private final Map<String, BitSet> itemsByWord = new HashMap<>();

    public Interests(Audience audience, Catalog catalog) {
        this.audience = audience;
        for (int number = 0; number < catalog.size(); number++) {
            Item item = catalog.item(number);
            note(item.id(), number);
            item.tags().forEach(tag -> note(tag, item.number()));
            String category = item.category();
            if (category != null) {
                note(category, number);
                for (String part : category.split("[>/]", -1)) {
                    note(part, number);
                }
            }
        }
    }

    private void note(String word, int item) {
        if (!word.isBlank()) {
            itemsByWord.computeIfAbsent(plain(word), w -> new BitSet()).set(item);
        }
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    /** The items this person asked to hear of, if mail may be made personal for them; to be read only. */
    public BitSet wanted(int person) {
        return !audience.allowsPersonalization(person)
                ? NOTHING
                : items(audience.customer(person).text("interests"));
    }

    /** The items this person never wants to see; to be read only. */
    public BitSet unwanted(int person) {
        return items(audience.customer(person).text("never_show"));
    }

    /** Which words of theirs mean an item. */
    public List<String> asked(int person, int item) {
        String cell = audience.customer(person).text("interests");
        return cell == null || !wanted(person).get(item)
                ? List.of()
                : Arrays.stream(cell.split("\\|", MOST_WORDS))
                        .filter(word ->
                                itemsByWord.getOrDefault(plain(word), NOTHING).get(item))
                        .map(String::strip)
                        .toList();
    }

    private BitSet items(@Nullable String cell) {
        if (cell == null) {
            return NOTHING;
        }
        var items = new BitSet();
        for (String word : cell.split("\\|", MOST_WORDS)) {
            items.or(itemsByWord.getOrDefault(plain(word), NOTHING));
        }
        return items;
    }
}
