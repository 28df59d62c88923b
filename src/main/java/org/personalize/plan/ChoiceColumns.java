package org.personalize.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.personalize.plan.Decision.Choice;

/** Many choices, one after the other in a few arrays. */
public final class ChoiceColumns {

    private static final int FIRST_SIZE = 64;

    private final List<String> words = new ArrayList<>();
    private int[] items = new int[FIRST_SIZE];
    private byte[] whys = new byte[FIRST_SIZE];

    /** Empty as long as nothing was left to chance. */
    private float[] chances = {};

    private int size;

    public void add(int item, String why, double chance) {
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

    public int size() {
        return size;
    }

    public int item(int place) {
        return items[place];
    }

    public Choice at(int place) {
        return new Choice(items[place], words.get(whys[place]), chances.length == 0 ? 1 : chances[place]);
    }

    /** Forgets all but the first ones. */
    void cut(int first) {
        size = first;
    }

    /** Nothing more will come. */
    void trim() {
        items = Arrays.copyOf(items, size);
        whys = Arrays.copyOf(whys, size);
        chances = Arrays.copyOf(chances, chances.length == 0 ? 0 : size);
    }
}
