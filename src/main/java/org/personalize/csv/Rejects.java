package org.personalize.csv;

/** Rows put aside, each with its place and reason, so that nothing is dropped in silence. */
public final class Rejects {

    /** How many rows were put aside. */
    public long count() {
        throw new UnsupportedOperationException();
    }
}
