package org.personalize.rhythm;

import org.personalize.measure.Columns;

/** What was learned about when people react, without a word about any one person: settings and shared rhythms. */
public final class RhythmModel {

    /** Usual settings, for a campaign that was never trained. */
    public static RhythmModel untrained() {
        throw new UnsupportedOperationException();
    }

    public static RhythmModel of(Columns columns) {
        throw new UnsupportedOperationException();
    }

    public Columns columns() {
        throw new UnsupportedOperationException();
    }
}
