package org.personalize.taste;

/**
 * Everything that is known at one moment about everybody.
 *
 * @param cut the minute from which on nothing is known
 * @param shares each category's part of all wants, and tagShares each tag's
 * @param around what is wanted in each of the homes
 * @param ranks each item's place in the order of ids, which parts equals
 */
record Moment(
        Wants wants,
        int cut,
        Births births,
        Fashion fashion,
        Kin linear,
        Kin neighbours,
        Kin content,
        Homes homes,
        Kin around,
        Crowd crowd,
        Categories categories,
        double[] shares,
        Tags tags,
        double[] tagShares,
        int[] ranks) {

    /** The same with other links between items. */
    Moment linked(Kin otherLinear, Kin otherNeighbours) {
        return new Moment(
                wants,
                cut,
                births,
                fashion,
                otherLinear,
                otherNeighbours,
                content,
                homes,
                around,
                crowd,
                categories,
                shares,
                tags,
                tagShares,
                ranks);
    }

    int items() {
        return ranks.length;
    }
}
