package org.personalize.taste;

import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * Some of the items, such as those that can be shown at all now, and the best of them for each person. What is not offered
 * to anybody costs nothing when somebody's best are looked for. Several threads may ask at once.
 */
public final class Selection {

    private final Taste taste;
    private final Shelves shelves;
    private final BitSet offered;

    Selection(Taste taste, Shelves shelves, BitSet offered) {
        this.taste = taste;
        this.offered = (BitSet) offered.clone();
        this.shelves = shelves.with(this.offered::get);
    }

    /**
     * The best of the items for a person, the best first, equals in the order of their ids: what {@link Taste#score} gives,
     * without looking at every item.
     *
     * @param allowed what this person may see of them
     */
    public int[] top(int person, int most, IntPredicate allowed) {
        IntPredicate isThere = item -> offered.get(item) && allowed.test(item);
        var top = new Top(most, shelves.moment().ranks());
        taste.desk(person).offer(shelves, most, isThere, top);
        return top.items();
    }

    /**
     * Good items for a person that are not all of a kind: one after the other the best, less something for being like one
     * that is there already. The first is always the best of all.
     */
    public int[] varied(int person, int most, IntPredicate allowed) {
        int[] best = top(person, Variety.candidates(most), allowed);
        Desk desk = taste.desk(person);
        return new Variety(shelves.moment()).pick(best, item -> desk.score(shelves, item), most);
    }
}
