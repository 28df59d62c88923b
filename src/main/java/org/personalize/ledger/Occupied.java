package org.personalize.ledger;

/** Another sender of this campaign is at work. */
public final class Occupied extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param holder such as {@code process 4711 on mail1, since 2026-03-02T08:00Z} */
    public Occupied(String holder) {
        super(holder);
    }
}
