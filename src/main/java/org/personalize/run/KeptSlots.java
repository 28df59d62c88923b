package org.personalize.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.personalize.catalog.Catalog;
import org.personalize.ledger.Promise.Shown;
import org.personalize.plan.ChoiceColumns;
import org.personalize.plan.Decision.Choice;

/** The items of many mails, one after the other. */
final class KeptSlots {

    /** Stands where the next slot of the same mail begins. */
    private static final int NEXT_SLOT = -1;

    /** Stands there where the mail knows nothing of the slot before. */
    private static final int NO_SLOT = -2;

    private final Catalog catalog;
    private final List<String> slots;
    private final ChoiceColumns choices = new ChoiceColumns();

    KeptSlots(Catalog catalog, List<String> slots) {
        this.catalog = catalog;
        this.slots = List.copyOf(slots);
    }

    /** Takes a mail's items, as far as the item file still knows them; gives back where they are. */
    int add(Map<String, List<Shown>> shownItems) {
        int start = choices.size();
        for (String slot : slots) {
            for (Shown shown : shownItems.getOrDefault(slot, List.of())) {
                int item = catalog.itemOf(shown.item());
                if (item >= 0) {
                    choices.add(item, shown.why(), shown.chance());
                }
            }
            choices.add(shownItems.containsKey(slot) ? NEXT_SLOT : NO_SLOT, "", 1);
        }
        return start;
    }

    /** The slots of which a mail knows nothing, not even that they stay empty. */
    Set<String> unknownAt(int start) {
        Set<String> unknown = new LinkedHashSet<>();
        int place = start;
        for (String slot : slots) {
            while (choices.item(place) >= 0) {
                place++;
            }
            if (choices.item(place++) == NO_SLOT) {
                unknown.add(slot);
            }
        }
        return unknown;
    }

    Map<String, List<Choice>> at(int start) {
        Map<String, List<Choice>> found = new LinkedHashMap<>();
        int place = start;
        for (String slot : slots) {
            List<Choice> inSlot = new ArrayList<>();
            for (; choices.item(place) >= 0; place++) {
                inSlot.add(choices.at(place));
            }
            found.put(slot, List.copyOf(inSlot));
            place++;
        }
        return found;
    }
}
