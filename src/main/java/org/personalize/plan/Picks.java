package org.personalize.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.personalize.plan.Decision.Choice;

/** The chosen items of one portion of people, slot after slot and person after person, as a few arrays. */
final class Picks {

    private final int slots;
    private final int[] end;
    private int[] items = new int[64];
    private byte[] whys = new byte[64];

    /** Empty as long as nothing was left to chance. */
    private float[] chances = {};

    private final List<String> words = new ArrayList<>();
    private int lists;
    private int size;

    Picks(int people, int slots) {
        this.slots = slots;
        end = new int[people * slots];
    }

    void add(int item, String why, double chance) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
            whys = Arrays.copyOf(whys, size * 2);
        }
        if (chance < 1 || chances.length > 0) {
            keep(chance);
        }
        items[size] = item;
        whys[size++] = number(why);
    }

    private void keep(double chance) {
        if (chances.length < items.length) {
            int known = chances.length == 0 ? 0 : size;
            chances = Arrays.copyOf(chances, items.length);
            Arrays.fill(chances, known, chances.length, 1);
        }
        chances[size] = (float) chance;
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

    /** The next item belongs to the next slot, or to the next person. */
    void endSlot() {
        end[lists++] = size;
    }

    /** Takes back what the person at hand was given, and leaves that person's slots empty. */
    void leaveEmpty(int person) {
        lists = person * slots;
        size = lists == 0 ? 0 : end[lists - 1];
        for (int slot = 0; slot < slots; slot++) {
            endSlot();
        }
    }

    void trim() {
        items = Arrays.copyOf(items, size);
        whys = Arrays.copyOf(whys, size);
        chances = Arrays.copyOf(chances, chances.length == 0 ? 0 : size);
    }

    List<Choice> of(int person, int slot) {
        int list = person * slots + slot;
        List<Choice> choices = new ArrayList<>();
        for (int place = list == 0 ? 0 : end[list - 1]; place < end[list]; place++) {
            double chance = chances.length == 0 ? 1 : chances[place];
            choices.add(new Choice(items[place], words.get(whys[place]), chance));
        }
        return List.copyOf(choices);
    }
}
