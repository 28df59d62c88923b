package org.personalize.taste;

import java.util.List;

/**
 * One thing that is known about a person and an item. What is known of the item alone is a number for every item; what
 * ties it to the person is 0 where there is no tie.
 *
 * <p>The order is that of the numbers in a model.
 */
enum Clue {
    POPULAR_3("wanted by many in the last days"),
    POPULAR_7("wanted by many in the last days"),
    POPULAR_14("wanted by many in the last weeks"),
    POPULAR_30("wanted by many in the last weeks"),
    POPULAR_90("wanted by many in the last months"),
    FRESH("new"),
    UNSEEN("nobody had it yet"),
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
    AROUND("wanted by many in your country"),
    CONTENT("like what you had"),
    LEANING("its category is yours");

    static final List<Clue> ALL = List.of(values());
    static final int NUMBER = ALL.size();

    /** The first clue that ties a person to an item; those before it are of the item alone. */
    static final int FIRST_PERSONAL = OWN_14.place();

    private static final String MANY = "wanted by many";

    private final String words;

    Clue(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** What is said of an item that has so much of it: below zero, popularity and the like are their opposite. */
    String words(double value) {
        return value < 0 ? words.replace(MANY, "wanted by few") : words;
    }

    /** Where its number stands in every array of clues. */
    @SuppressWarnings("EnumOrdinal")
    int place() {
        return ordinal();
    }

    boolean isPopularity() {
        return place() <= POPULAR_90.place();
    }

    boolean isPersonal() {
        return place() >= FIRST_PERSONAL;
    }
}
