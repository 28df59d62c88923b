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
    FRESH("new"),
    NEWEST("quite new"),
    UNSEEN("nobody had it yet"),
    PROMISE("how many want what is like it"),
    COMING("yet to come"),
    RETURNS("people come back for it"),
    OWN_14("you wanted it lately"),
    OWN_60("you wanted it in the last months"),
    OWN_180("you wanted it before"),
    OWN_COUNT("how often you wanted it"),
    OWN_SHARE("its share of all that you wanted"),
    OWN_RATE("how regularly you want it"),
    OWN_LATEST("among your latest"),
    OWN_DUE("it is time for it again"),
    OWN_HABIT("you keep to what you know"),
    LINEAR("goes with what you had"),
    LINEAR_LATELY("goes with what you had lately"),
    NEIGHBOURS("others who had what you had, had it"),
    NEIGHBOURS_MEAN("others who had what you had, had it"),
    NEIGHBOURS_LATELY("others who had what you had lately, had it"),
    KINDRED("people who want what you want, want it"),
    KINDRED_LATELY("people who want what you want, wanted it lately"),
    AROUND("how many want it in your country"),
    CONTENT("like what you had"),
    LEANING("its category is yours");

    static final List<Clue> ALL = List.of(values());
    static final int NUMBER = ALL.size();

    /** The first clue that ties a person to an item; those before it are of the item alone. */
    static final int FIRST_PERSONAL = OWN_14.place();

    private final String words;

    /** One clue's half-life says little without the others', so they are told together. */
    private static final class Words {
        private static final String POPULARITY = "how many want it, lately and before";
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
        return place() <= POPULAR_90.place();
    }

    /** Whether it only parts what nobody wanted yet from all else. */
    boolean isOfUntried() {
        return this == UNSEEN || this == COMING;
    }

    boolean isPersonal() {
        return place() >= FIRST_PERSONAL;
    }
}
