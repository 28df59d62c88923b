package org.personalize.measure;

/** How much is known of somebody, by the number of their own observations: what suits a regular may fail a newcomer. */
public enum Stratum {
    NONE("0", 0),
    FEW("1–4", 1),
    SOME("5–19", 5),
    MANY("20+", 20);

    /** What a trial says that was made on everybody. */
    public static final String ALL = "all";

    private final String word;
    private final long least;

    Stratum(String word, long least) {
        this.word = word;
        this.least = least;
    }

    /** The stratum of somebody with so many observations; of part of one, the next lower number counts. */
    public static Stratum of(double observations) {
        if (!(observations >= 0)) {
            throw new IllegalArgumentException("expected a number of observations, found " + observations);
        }
        Stratum stratum = NONE;
        for (Stratum candidate : values()) {
            stratum = observations >= candidate.least ? candidate : stratum;
        }
        return stratum;
    }

    /** Where its number stands in an array with one for each stratum, from nothing known to most. */
    @SuppressWarnings("EnumOrdinal")
    public int place() {
        return ordinal();
    }

    /** As trials and pages write it: {@code 0}, {@code 1–4}, {@code 5–19}, {@code 20+}. */
    public String word() {
        return word;
    }
}
