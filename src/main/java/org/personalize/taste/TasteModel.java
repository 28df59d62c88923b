package org.personalize.taste;

import org.personalize.measure.Columns;

/** What was learned about which items go together, without a word about any one person: settings and item tables. */
public final class TasteModel {

    /** Usual settings, for a campaign that was never trained. */
    public static TasteModel untrained() {
        throw new UnsupportedOperationException();
    }

    public static TasteModel of(Columns columns) {
        throw new UnsupportedOperationException();
    }

    public Columns columns() {
        throw new UnsupportedOperationException();
    }
}
