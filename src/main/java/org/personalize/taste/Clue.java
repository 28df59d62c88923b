package org.personalize.taste;

import java.util.List;

/**
 * One thing that is known about a person and an item. What is known of the item alone is a number for every item; what
 * ties it to the person is 0 where there is no tie.
 *
 * <p>The order is that of the numbers in a model.
 */
enum Clue {
    POPULAR_3(Reason.POPULARITY),
    POPULAR_7(Reason.POPULARITY),
    POPULAR_14(Reason.POPULARITY),
    POPULAR_30(Reason.POPULARITY),
    POPULAR_90(Reason.POPULARITY),
    POPULAR_365(Reason.POPULARITY),
    SEASON(Reason.SEASON),
    FRESH(Reason.AGE),
    NEWEST(Reason.AGE),
    UNSEEN(Reason.UNTRIED),
    PROMISE(Reason.UNTRIED),
    COMING(Reason.UNTRIED),
    RETURNS(Reason.RETURNS),
    OWN_14(Reason.OWN),
    OWN_60(Reason.OWN),
    OWN_180(Reason.OWN),
    OWN_COUNT(Reason.OWN),
    OWN_SHARE(Reason.OWN),
    OWN_RATE(Reason.OWN),
    OWN_LATEST(Reason.OWN),
    OWN_DUE(Reason.DUE),
    OWN_HABIT(Reason.HABIT),
    LINEAR(Reason.LINEAR),
    LINEAR_LATELY(Reason.LINEAR),
    NEIGHBOURS(Reason.NEIGHBOURS),
    NEIGHBOURS_MEAN(Reason.NEIGHBOURS),
    NEIGHBOURS_LATELY(Reason.NEIGHBOURS),
    KINDRED(Reason.KINDRED),
    KINDRED_LATELY(Reason.KINDRED),
    AROUND(Reason.AROUND),
    CONTENT(Reason.CONTENT),
    LEANING(Reason.LEANING),
    TAGGED(Reason.TAGGED);

    static final List<Clue> ALL = List.of(values());
    static final int NUMBER = ALL.size();

    /** The first clue that ties a person to an item; those before it are of the item alone. */
    static final int FIRST_PERSONAL = OWN_14.place();

    private final Reason reason;

    Clue(Reason reason) {
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    /** Where its number stands in every array of clues. */
    @SuppressWarnings("EnumOrdinal")
    int place() {
        return ordinal();
    }

    boolean isPopularity() {
        return place() <= POPULAR_365.place();
    }

    /** Whether it only parts what nobody wanted yet from all else. */
    boolean isOfUntried() {
        return this == UNSEEN || this == COMING;
    }

    boolean isPersonal() {
        return place() >= FIRST_PERSONAL;
    }
}
