package org.personalize.taste;

/** What a clue says in words; what clues of one kind say they often say against each other, so they are told together. */
enum Reason {
    POPULARITY(Reason.POPULAR, "how many want it, lately and before"),
    SEASON(Reason.POPULAR, "more or less wanted from this time of the year on, as in earlier years"),
    AGE(Reason.POPULAR, "how new it is"),
    UNTRIED(Reason.POPULAR, "nobody had it yet"),
    RETURNS(Reason.POPULAR, "people come back for it"),
    AROUND(Reason.POPULAR, "how many want it in your country"),
    OWN(Reason.AGAIN, "you wanted it before: how often, how lately"),
    DUE(Reason.AGAIN, "it is time for it again"),
    HABIT(Reason.AGAIN, "you keep to what you know"),
    LINEAR("together", "goes with what you had"),
    NEIGHBOURS("together", "others who had what you had, had it"),
    KINDRED("together", "people who want what you want, want it"),
    CONTENT("alike", "like what you had"),
    LEANING("category", "its category is yours"),
    TAGGED("alike", "its tags are yours");

    /** Why somebody gets what they have no reason of their own for, and did not have before. */
    static final String POPULAR = "popular";

    static final String AGAIN = "again";

    private final String why;
    private final String words;

    Reason(String why, String words) {
        this.why = why;
        this.words = words;
    }

    /** The word of a plan for why somebody gets an item. */
    String why() {
        return why;
    }

    String words() {
        return words;
    }
}
