package org.personalize.ledger;

import java.util.Arrays;

/** Something that came back, in the form in which it is kept. */
public final class KeptEvent {

    /** The moment of an event that tells none. */
    public static final long NO_SECOND = -1;

    /** Later moments than this are in no log; they are kept as this one. */
    private static final long LAST_SECOND = 0xffff_ffffL;

    /** Longer texts are cut. */
    static final int LONGEST_TEXT = 2_000;

    private final long key;
    private final long second;
    private final String[] texts = new String[Field.values().length];

    /**
     * @param key the same for the same event, whenever and wherever it is told again
     * @param second since 1970-01-01T00:00Z, or {@link #NO_SECOND}
     */
    public KeptEvent(long key, long second) {
        this.key = key;
        this.second = Math.min(Math.max(second, NO_SECOND), LAST_SECOND);
        Arrays.fill(texts, "");
    }

    public KeptEvent with(Field field, String text) {
        texts[field.place()] = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        return this;
    }

    public long key() {
        return key;
    }

    public long second() {
        return second;
    }

    public String text(Field field) {
        return texts[field.place()];
    }

    /** By the number of its field, for those who go through all of them. */
    String textAt(int field) {
        return texts[field];
    }

    /** People do not belong in a log. */
    @Override
    public String toString() {
        return "KeptEvent[" + text(Field.EVENT) + "]";
    }
}
