package org.personalize.taste;

import java.util.List;

/**
 * One thing that is known about a person and an item. What is known of the item alone is a number for every item; what
 * ties it to the person is 0 where there is no tie.
 *
 * <p>The order is that of the numbers in a model.
 */
enum Clue {
    POPULAR_3(Words.POPULARITY),
    POPULAR_7(Words.POPULARITY),
    POPULAR_14(Words.POPULARITY),
    POPULAR_30(Words.POPULARITY),
    POPULAR_90(Words.POPULARITY),
    POPULAR_365(Words.POPULARITY),
    FRESH(Words.AGE),
    NEWEST(Words.AGE),
    UNSEEN(Words.UNTRIED),
    PROMISE(Words.UNTRIED),
    COMING(Words.UNTRIED),
    RETURNS("people come back for it"),
    OWN_14(Words.OWN),
    OWN_60(Words.OWN),
    OWN_180(Words.OWN),
    OWN_COUNT(Words.OWN),
    OWN_SHARE(Words.OWN),
    OWN_RATE(Words.OWN),
    OWN_LATEST(Words.OWN),
    OWN_DUE("it is time for it again"),
    OWN_HABIT("you keep to what you know"),
    LINEAR(Words.LINEAR),
    LINEAR_LATELY(Words.LINEAR),
    NEIGHBOURS(Words.NEIGHBOURS),
    NEIGHBOURS_MEAN(Words.NEIGHBOURS),
    NEIGHBOURS_LATELY(Words.NEIGHBOURS),
    KINDRED(Words.KINDRED),
    KINDRED_LATELY(Words.KINDRED),
    AROUND("how many want it in your country"),
    CONTENT("like what you had"),
    LEANING("its category is yours");

    static final List<Clue> ALL = List.of(values());
    static final int NUMBER = ALL.size();

    /** The first clue that ties a person to an item; those before it are of the item alone. */
    static final int FIRST_PERSONAL = OWN_14.place();

    private final String words;

    /** What one clue says it often says against its neighbours, so that those of one kind are told together. */
    private static final class Words {
        private static final String POPULARITY = "how many want it, lately and before";
        private static final String AGE = "how new it is";
        private static final String UNTRIED = "nobody had it yet";
        private static final String OWN = "you wanted it before: how often, how lately";
        private static final String LINEAR = "goes with what you had";
        private static final String NEIGHBOURS = "others who had what you had, had it";
        private static final String KINDRED = "people who want what you want, want it";
    }

    Clue(String words) {
        this.words = words;
    }

    String words() {
        return words;
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
