package org.personalize.plan;

import java.util.ArrayList;
import java.util.List;
import org.personalize.plan.Decision.Choice;

/** The chosen items of one portion of people, slot after slot and person after person, without an object for each. */
final class Picks {

    private final int slots;
    private final int[] end;
    private final ChoiceColumns choices = new ChoiceColumns();
    private int lists;

    Picks(int people, int slots) {
        this.slots = slots;
        end = new int[people * slots];
    }

    void add(int item, String why, double chance) {
        choices.add(item, why, chance);
    }

    /** The next item belongs to the next slot, or to the next person. */
    void endSlot() {
        end[lists++] = choices.size();
    }

    /** Takes back what the person at hand was given, and leaves that person's slots empty. */
    void leaveEmpty(int person) {
        lists = person * slots;
        choices.cut(lists == 0 ? 0 : end[lists - 1]);
        for (int slot = 0; slot < slots; slot++) {
            endSlot();
        }
    }

    void trim() {
        choices.trim();
    }

    List<Choice> of(int person, int slot) {
        int list = person * slots + slot;
        List<Choice> found = new ArrayList<>();
        for (int place = list == 0 ? 0 : end[list - 1]; place < end[list]; place++) {
            found.add(choices.at(place));
        }
        return List.copyOf(found);
    }
}
