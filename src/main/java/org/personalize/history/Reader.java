package org.personalize.history;

/** Who is behind an open or a click, as far as a log can tell. */
public enum Reader {
    HUMAN(1),
    /** It may have been either, as with pictures that a mail provider fetches on behalf of its users. */
    UNKNOWN(0.2f),
    MACHINE(0);

    private final float weight;

    Reader(float weight) {
        this.weight = weight;
    }

    /** How much an event counts beside the same event of somebody known to be human. */
    public float weight() {
        return weight;
    }
}
