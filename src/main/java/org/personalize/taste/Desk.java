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

    /** How many times likelier a stated interest makes an item while nothing else is known of the person. */
    private static final double INTEREST_LIFT = 3;

    private static final int NOBODY = -1;

    /** How many clues are of what the person wanted, and how many of what that ties them to. */
    private static final int OWN = Clue.LINEAR.place() - Clue.FIRST_PERSONAL;

    private static final int TIED = Clue.NUMBER - Clue.LINEAR.place();

    private static final double NEAR_NOTHING = 0.02;
    private static final double MEAN_NOTHING = 0.002;
    private static final double LATELY_NOTHING = 0.01;
    private static final double KINDRED_NOTHING = 0.003;

    private final Portrait portrait;
    private final Moment moment;

    /** What the person wanted, in the portrait's order, and behind it all else. */
    private final Touched touched;

    private final Ties linear;
    private final Ties neighbours;
    private final Ties content;
    private final Ties around;
    private final Homes homes;
    private final Circle circle;
    private final Leanings leanings;
    private final TagLeanings tagged;
    private final double[] clues = new double[Clue.NUMBER];

    /** The touched items' clues, place after place, and their scores by the blend asked for last. */
    private double[] own = new double[0];

    private double[] tied = new double[0];
    private final double[] scores;
    private int laidPerson = NOBODY;
    private @Nullable Shelves scored;
    private BitSet wanted = NOTHING;
    private int[] spurned = new int[0];
    private double lift;
    private Stratum stratum = Stratum.NONE;

    Desk(Moment moment) {
        this.moment = moment;
        int items = moment.items();
        portrait = new Portrait(moment.wants(), moment.cut());
        touched = new Touched(items);
        linear = new Ties(moment.linear());
        neighbours = new Ties(moment.neighbours());
        content = new Ties(moment.content());
        around = new Ties(moment.around());
        homes = moment.homes();
        circle = new Circle(moment.crowd(), items);
        leanings = new Leanings(moment);
        tagged = new TagLeanings(moment);
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
        spurned = moment.wants().spurned().before(person, moment.cut());
        for (int k = 0; k < portrait.size(); k++) {
            touched.note(portrait.item(k));
        }
        for (int k = 0; k < portrait.size(); k++) {
            int item = portrait.item(k);
            double weight = Math.min(1, portrait.count(k));
            linear.add(item, weight, portrait.months(k), touched);
            neighbours.add(item, weight, portrait.lately(k), touched);
            content.add(item, weight, portrait.lately(k), touched);
        }
        if (homes.of(person) != Homes.NOWHERE) {
            around.add(homes.of(person), 1, 0, touched);
        }
        circle.gather(person, portrait, touched);
        leanings.find(portrait);
        tagged.find(portrait);
        wanted = interests;
        lift = StrictMath.log(
                (portrait.total() + Leanings.CAUTION * INTEREST_LIFT) / (portrait.total() + Leanings.CAUTION));
        for (int item = wanted.nextSetBit(0); item >= 0; item = wanted.nextSetBit(item + 1)) {
            touched.note(item);
        }
        layOwn();
        layTied();
    }

    private void layOwn() {
        if (own.length < portrait.size() * OWN) {
            own = new double[2 * portrait.size() * OWN];
        }
        for (int k = 0; k < portrait.size(); k++) {
            portrait.clues(k, clues);
            System.arraycopy(clues, Clue.FIRST_PERSONAL, own, k * OWN, OWN);
        }
    }

    private void layTied() {
        if (tied.length < touched.size() * TIED) {
            tied = new double[2 * touched.size() * TIED];
        }
        int things = Math.max(1, portrait.size());
        double root = Math.sqrt(things);
        for (int place = 0; place < touched.size(); place++) {
            layTied(place, things, root);
        }
    }

    private void layTied(int place, int things, double root) {
        int item = touched.item(place);
        double near = Math.max(0, neighbours.all(place));
        int at = place * TIED - Clue.LINEAR.place();
        tied[at + Clue.LINEAR.place()] = linear.all(place);
        tied[at + Clue.LINEAR_LATELY.place()] = linear.lately(place);
        tied[at + Clue.NEIGHBOURS.place()] = Logarithm.above(near, NEAR_NOTHING);
        tied[at + Clue.NEIGHBOURS_MEAN.place()] = Logarithm.above(near / things, MEAN_NOTHING);
        tied[at + Clue.NEIGHBOURS_LATELY.place()] = Logarithm.above(neighbours.lately(place), LATELY_NOTHING);
        tied[at + Clue.KINDRED.place()] = Logarithm.above(circle.wanted(item), KINDRED_NOTHING);
        tied[at + Clue.KINDRED_LATELY.place()] = Logarithm.above(circle.wantedLately(item), KINDRED_NOTHING);
        tied[at + Clue.AROUND.place()] = around.all(place);
        tied[at + Clue.CONTENT.place()] = content.all(place) / root;
        tied[at + Clue.LEANING.place()] = leanings.of(item);
        tied[at + Clue.TAGGED.place()] = tagged.of(item);
    }

    private void clear() {
        linear.clear(touched.size());
        neighbours.clear(touched.size());
        content.clear(touched.size());
        around.clear(touched.size());
        touched.clear();
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
        int place = touched.place(item);
        return isOwn(place) && portrait.had(place);
    }

    /** Whether the person tried it, and neither then nor at another time wanted it. */
    boolean isSpurned(int item) {
        return spurned.length > 0 && Arrays.binarySearch(spurned, item) >= 0 && !had(item);
    }

    private boolean isOwn(int place) {
        return place >= 0 && place < portrait.size();
    }

    /** Writes the clues that tie the person to the item, and leaves the others as they are. */
    void clues(int item, double[] into) {
        int place = touched.place(item);
        Arrays.fill(into, Clue.FIRST_PERSONAL, Clue.NUMBER, 0);
        if (isOwn(place)) {
            System.arraycopy(own, place * OWN, into, Clue.FIRST_PERSONAL, OWN);
        }
        if (place >= 0) {
            System.arraycopy(tied, place * TIED, into, Clue.LINEAR.place(), TIED);
        } else {
            into[Clue.LEANING.place()] = leanings.of(item);
        }
    }

    /** One item's score. */
    double score(Shelves shelves, int item) {
        if (touched.has(item)) {
            scoreTouched(shelves);
            return scores[touched.place(item)];
        }
        double weight = shelves.blend().weights(false, stratum)[Clue.LEANING.place()];
        return shelves.base(false, stratum)[item] + weight * leanings.of(item);
    }

    private void scoreTouched(Shelves shelves) {
        if (scored == shelves) {
            return;
        }
        scored = shelves;
        for (int k = 0; k < portrait.size(); k++) {
            double[] weights = shelves.blend().weights(portrait.had(k), stratum);
            double score = shelves.base(portrait.had(k), stratum)[portrait.item(k)];
            for (int clue = 0; clue < OWN; clue++) {
                score += weights[Clue.FIRST_PERSONAL + clue] * own[k * OWN + clue];
            }
            scores[k] = withTies(score, k, weights);
        }
        double[] base = shelves.base(false, stratum);
        double[] weights = shelves.blend().weights(false, stratum);
        for (int place = portrait.size(); place < touched.size(); place++) {
            scores[place] = withTies(base[touched.item(place)], place, weights);
        }
    }

    private double withTies(double score, int place, double[] weights) {
        double sum = score;
        for (int clue = 0; clue < TIED; clue++) {
            sum += weights[Clue.LINEAR.place() + clue] * tied[place * TIED + clue];
        }
        return wanted.get(touched.item(place)) ? sum + lift : sum;
    }

    /** Every item's score, into an array of their number. */
    void scoreAll(Shelves shelves, double[] into) {
        double[] base = shelves.base(false, stratum);
        double leaning = shelves.blend().weights(false, stratum)[Clue.LEANING.place()];
        for (int item = 0; item < into.length; item++) {
            into[item] = base[item] + leaning * leanings.of(item);
        }
        scoreTouched(shelves);
        for (int place = 0; place < touched.size(); place++) {
            into[touched.item(place)] = scores[place];
        }
    }

    /** Offers the best of all allowed items but what the person tried and did not want: those touched one by one, of the others the first of each order. */
    void offer(Shelves shelves, int most, IntPredicate among, Top top) {
        IntPredicate allowed = spurned.length == 0 ? among : item -> !isSpurned(item) && among.test(item);
        scoreTouched(shelves);
        for (int place = 0; place < touched.size(); place++) {
            int item = touched.item(place);
            if (allowed.test(item)) {
                top.offer(item, scores[place]);
            }
        }
        double[] base = shelves.base(false, stratum);
        double weight = shelves.blend().weights(false, stratum)[Clue.LEANING.place()];
        IntPredicate isNeutral = item -> leanings.of(item) == 0;
        offer(shelves.order(stratum), most, isNeutral.and(allowed), base, 0, top);
        for (int category = 0; category < leanings.categories(); category++) {
            double leaning = leanings.ofCategory(category);
            if (leaning > 0) {
                offer(shelves.shelf(stratum, category), most, allowed, base, weight * leaning, top);
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

    /** Those behind the first that is too low for the top are lower still. */
    private void offer(int[] inOrder, int most, IntPredicate allowed, double[] base, double more, Top top) {
        int found = 0;
        for (int i = 0; i < inOrder.length && found < most && top.isOpenTo(base[inOrder[i]] + more); i++) {
            if (!touched.has(inOrder[i]) && allowed.test(inOrder[i])) {
                top.offer(inOrder[i], base[inOrder[i]] + more);
                found++;
            }
        }
    }
}
