package org.personalize.render;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The text part of a mail, which is not written before somebody wants to read it: most mails of a dry run are never read. */
public final class PlainText {

    private final int least;
    private final Supplier<String> writing;
    private volatile @Nullable String text;

    private PlainText(int least, Supplier<String> writing) {
        this.least = least;
        this.writing = writing;
    }

    public static PlainText of(String text) {
        return new PlainText(text.length(), () -> text);
    }

    /** @param least how long it will be at least */
    static PlainText later(int least, Supplier<String> writing) {
        return new PlainText(least, writing);
    }

    boolean isShorterThan(int length) {
        return least < length && toString().length() < length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || other instanceof PlainText same && toString().equals(same.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        String written = text;
        if (written == null) {
            written = writing.get();
            text = written;
        }
        return written;
    }
}
