package org.personalize.csv;

import org.jspecify.annotations.Nullable;

/** Millions of rows held compactly in memory as UTF-8, to be looked up by number. */
public final class RowStore {

    public RowStore(int columns) {
        throw new UnsupportedOperationException();
    }

    /** Keeps a row and gives back its number. */
    public int add(@Nullable String[] cells) {
        throw new UnsupportedOperationException();
    }

    public @Nullable String cell(int row, int column) {
        throw new UnsupportedOperationException();
    }

    public int size() {
        throw new UnsupportedOperationException();
    }
}
