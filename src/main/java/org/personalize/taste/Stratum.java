package org.personalize.taste;

/** People by how many different things they had. */
enum Stratum {
    NONE("0", 0),
    FEW("1–4", 1),
    SOME("5–19", 5),
    MANY("20+", 20);

    private static final Stratum[] ALL = values();

    private final String words;
    private final int least;

    Stratum(String words, int least) {
        this.words = words;
        this.least = least;
    }

    String words() {
        return words;
    }

    static Stratum of(int things) {
        int found = 0;
        while (found + 1 < ALL.length && things >= ALL[found + 1].least) {
            found++;
        }
        return ALL[found];
    }
}
