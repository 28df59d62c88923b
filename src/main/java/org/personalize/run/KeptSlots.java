package org.personalize.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.personalize.catalog.Catalog;
import org.personalize.ledger.Promise.Shown;
import org.personalize.plan.Decision.Choice;

/** The items of many mails, one after the other in a few arrays. */
final class KeptSlots {

    /** Stands where the next slot of the same mail begins. */
    private static final int NEXT_SLOT = -1;

    private final Catalog catalog;
    private final List<String> slots;
    private final List<String> words = new ArrayList<>();
    private int[] items = new int[1024];
    private byte[] whys = new byte[1024];
    private float[] chances = new float[1024];
    private int size;

    KeptSlots(Catalog catalog, List<String> slots) {
        this.catalog = catalog;
        this.slots = List.copyOf(slots);
    }

    /** Takes a mail's items, as far as the item file still knows them; gives back where they are. */
    int add(Map<String, List<Shown>> shownItems) {
        int start = size;
        for (String slot : slots) {
            for (Shown shown : shownItems.getOrDefault(slot, List.of())) {
                int item = catalog.itemOf(shown.item());
                if (item >= 0) {
                    put(item, number(shown.why()), (float) shown.chance());
                }
            }
            put(NEXT_SLOT, (byte) 0, 1);
        }
        return start;
    }

    Map<String, List<Choice>> at(int start) {
        Map<String, List<Choice>> found = new LinkedHashMap<>();
        int place = start;
        for (String slot : slots) {
            List<Choice> choices = new ArrayList<>();
            for (; items[place] != NEXT_SLOT; place++) {
                choices.add(new Choice(items[place], words.get(whys[place]), chances[place]));
            }
            found.put(slot, List.copyOf(choices));
            place++;
        }
        return found;
    }

    private void put(int item, byte why, float chance) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
            whys = Arrays.copyOf(whys, size * 2);
            chances = Arrays.copyOf(chances, size * 2);
        }
        items[size] = item;
        chances[size] = chance;
        whys[size++] = why;
    }

    private byte number(String why) {
        int known = words.indexOf(why);
        if (known < 0) {
            known = words.size();
            words.add(why);
        }
        if (known > Byte.MAX_VALUE) {
            throw new IllegalStateException("a ranking gives few reasons, not " + known);
        }
        return (byte) known;
    }
}
