package org.personalize.taste;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.personalize.measure.Stratum;

/**
 * Where one person after the other is laid out: what they wanted, and every item that anything ties them to. All other
 * items score their base, so nobody need be compared with the whole catalog to find what suits them best. Each thread has
 * its own desk.
 */
final class Desk {

    private static final BitSet NOTHING = new BitSet();

    /** How many wants as expected everybody is given, so that one in a rare category does not drown all else. */
    private static final double CAUTION = 3;

    /** How many times likelier a stated interest makes an item while nothing else is known of the person. */
    private static final double INTEREST_LIFT = 3;

    private static final int NOBODY = -1;
    private static final int PERSONAL = Clue.NUMBER - Clue.FIRST_PERSONAL;
    private static final double NEAR_NOTHING = 0.02;
    private static final double MEAN_NOTHING = 0.002;
    private static final double LATELY_NOTHING = 0.01;
    private static final double KINDRED_NOTHING = 0.003;

    private final Moment moment;
    private final Portrait portrait;
    private final Touched touched;
    private final Ties linear;
    private final Ties neighbours;
    private final Ties content;
    private final Circle circle;
    private final int[] ownPlaces;
    private final double[] leanings;
    private final double[] clues = new double[Clue.NUMBER];

    /** The touched items' clues, place after place, and their scores by the blend asked for last. */
    private double[] laid = new double[0];

    private final double[] scores;
    private int laidPerson = NOBODY;
    private @Nullable Shelves scored;
    private BitSet wanted = NOTHING;
    private double lift;
    private Stratum stratum = Stratum.NONE;

    Desk(Moment moment) {
        this.moment = moment;
        int items = moment.items();
        portrait = new Portrait(moment.wants(), moment.cut());
        touched = new Touched(items);
        linear = new Ties(moment.linear(), items);
        neighbours = new Ties(moment.neighbours(), items);
        content = new Ties(moment.content(), items);
        circle = new Circle(moment.crowd(), items);
        ownPlaces = new int[items];
        leanings = new double[moment.categories().size()];
        scores = new double[items];
    }

    void lay(int person) {
        lay(person, NOTHING);
    }

    /** @param interests the items that the person asked to hear of */
    void lay(int person, BitSet interests) {
        if (person == laidPerson) {
            return;
        }
        laidPerson = person;
        scored = null;
        clear();
        portrait.draw(person);
        stratum = Stratum.of(portrait.strong());
        for (int k = 0; k < portrait.size(); k++) {
            int item = portrait.item(k);
            touched.note(item);
            ownPlaces[item] = k + 1;
            double weight = Math.min(1, portrait.count(k));
            linear.add(item, weight, portrait.months(k), touched);
            neighbours.add(item, weight, portrait.lately(k), touched);
            content.add(item, weight, portrait.lately(k), touched);
            leanings[moment.categories().of(item)] += portrait.count(k);
        }
        circle.gather(person, portrait, touched);
        lean();
        wanted = interests;
        lift = StrictMath.log((portrait.total() + CAUTION * INTEREST_LIFT) / (portrait.total() + CAUTION));
        for (int item = wanted.nextSetBit(0); item >= 0; item = wanted.nextSetBit(item + 1)) {
            touched.note(item);
        }
        layClues();
    }

    private void layClues() {
        if (laid.length < touched.size() * PERSONAL) {
            laid = new double[2 * touched.size() * PERSONAL];
        }
        for (int place = 0; place < touched.size(); place++) {
            findClues(touched.item(place), clues);
            System.arraycopy(clues, Clue.FIRST_PERSONAL, laid, place * PERSONAL, PERSONAL);
        }
    }

    private void clear() {
        for (int place = 0; place < touched.size(); place++) {
            int item = touched.item(place);
            linear.clear(item);
            neighbours.clear(item);
            content.clear(item);
            ownPlaces[item] = 0;
        }
        touched.clear();
        Arrays.fill(leanings, 0);
    }

    /** Turns what was wanted of each category into how much more that is than usual; less than usual is no leaning. */
    private void lean() {
        leanings[Categories.NONE] = 0;
        for (int category = 0; category < leanings.length; category++) {
            if (leanings[category] > 0) {
                double usual = portrait.total() * moment.shares()[category];
                leanings[category] = Math.max(0, Logarithm.of((leanings[category] + CAUTION) / (usual + CAUTION)));
            }
        }
    }

    Stratum stratum() {
        return stratum;
    }

    Portrait portrait() {
        return portrait;
    }

    Circle circle() {
        return circle;
    }

    Touched touched() {
        return touched;
    }

    boolean wants(int item) {
        return wanted.get(item);
    }

    /** What a stated interest adds to the log-odds of its items. */
    double lift() {
        return lift;
    }

    boolean had(int item) {
        return ownPlaces[item] > 0 && portrait.had(ownPlaces[item] - 1);
    }

    /** Writes the clues that tie the person to the item, and leaves the others as they are. */
    void clues(int item, double[] into) {
        findClues(item, into);
    }

    private void findClues(int item, double[] into) {
        int place = ownPlaces[item] - 1;
        if (place >= 0) {
            portrait.clues(place, into);
        } else {
            Arrays.fill(into, Clue.OWN_14.place(), Clue.OWN_HABIT.place() + 1, 0);
        }
        int things = Math.max(1, portrait.size());
        double near = Math.max(0, neighbours.all(item));
        into[Clue.LINEAR.place()] = linear.all(item);
        into[Clue.LINEAR_LATELY.place()] = linear.lately(item);
        into[Clue.NEIGHBOURS.place()] = Logarithm.above(near, NEAR_NOTHING);
        into[Clue.NEIGHBOURS_MEAN.place()] = Logarithm.above(near / things, MEAN_NOTHING);
        into[Clue.NEIGHBOURS_LATELY.place()] = Logarithm.above(neighbours.lately(item), LATELY_NOTHING);
        into[Clue.KINDRED.place()] = Logarithm.above(circle.wanted(item), KINDRED_NOTHING);
        into[Clue.KINDRED_LATELY.place()] = Logarithm.above(circle.wantedLately(item), KINDRED_NOTHING);
        into[Clue.CONTENT.place()] = content.all(item) / Math.sqrt(things);
        into[Clue.LEANING.place()] = leanings[moment.categories().of(item)];
    }

    /** One item's score. */
    double score(Shelves shelves, int item) {
        if (touched.has(item)) {
            scoreTouched(shelves);
            return scores[touched.place(item)];
        }
        double weight = shelves.blend().weights(false, stratum)[Clue.LEANING.place()];
        return shelves.base(false, stratum)[item]
                + weight * leanings[moment.categories().of(item)];
    }

    private void scoreTouched(Shelves shelves) {
        if (scored == shelves) {
            return;
        }
        scored = shelves;
        for (int place = 0; place < touched.size(); place++) {
            int item = touched.item(place);
            boolean had = had(item);
            double[] weights = shelves.blend().weights(had, stratum);
            double score = shelves.base(had, stratum)[item];
            for (int clue = 0; clue < PERSONAL; clue++) {
                score += weights[Clue.FIRST_PERSONAL + clue] * laid[place * PERSONAL + clue];
            }
            scores[place] = wanted.get(item) ? score + lift : score;
        }
    }

    /** Every item's score, into an array of their number. */
    void scoreAll(Shelves shelves, double[] into) {
        double[] base = shelves.base(false, stratum);
        double leaning = shelves.blend().weights(false, stratum)[Clue.LEANING.place()];
        for (int item = 0; item < into.length; item++) {
            into[item] = base[item] + leaning * leanings[moment.categories().of(item)];
        }
        scoreTouched(shelves);
        for (int place = 0; place < touched.size(); place++) {
            into[touched.item(place)] = scores[place];
        }
    }

    /** Offers the best of all allowed items: those touched one by one, of the others the first of each order. */
    void offer(Shelves shelves, int most, IntPredicate allowed, Top top) {
        scoreTouched(shelves);
        for (int place = 0; place < touched.size(); place++) {
            int item = touched.item(place);
            if (allowed.test(item)) {
                top.offer(item, scores[place]);
            }
        }
        double[] base = shelves.base(false, stratum);
        double weight = shelves.blend().weights(false, stratum)[Clue.LEANING.place()];
        IntPredicate isNeutral = item -> leanings[moment.categories().of(item)] == 0;
        offer(shelves.order(stratum), most, isNeutral.and(allowed), base, 0, top);
        for (int category = 0; category < leanings.length; category++) {
            if (leanings[category] > 0) {
                offer(shelves.shelf(stratum, category), most, allowed, base, weight * leanings[category], top);
            }
        }
    }

    /** Offers what the person had. */
    void offerHad(Shelves shelves, IntPredicate allowed, Top top) {
        for (int k = 0; k < portrait.size(); k++) {
            if (portrait.had(k) && allowed.test(portrait.item(k))) {
                top.offer(portrait.item(k), score(shelves, portrait.item(k)));
            }
        }
    }

    private void offer(int[] inOrder, int most, IntPredicate allowed, double[] base, double more, Top top) {
        int found = 0;
        for (int i = 0; i < inOrder.length && found < most; i++) {
            if (!touched.has(inOrder[i]) && allowed.test(inOrder[i])) {
                top.offer(inOrder[i], base[inOrder[i]] + more);
                found++;
            }
        }
    }
}
