package org.personalize.deliver;

import org.jspecify.annotations.Nullable;
import org.personalize.render.Mail;

/** The durable mark without which no final dot is written. */
public interface Permission {

    /** For mails that no ledger knows: previews and tests. */
    Permission GIVEN = new Permission() {
        @Override
        public void ask() {
            // Nothing has to be written down.
        }

        @Override
        public boolean isGranted() {
            return true;
        }
    };

    /** Called when the body begins to go out; does not wait. */
    void ask();

    /** The mail that is to go next, so that it may be announced with the dot; null where there is none yet. */
    default @Nullable Mail next() {
        return null;
    }

    /** Waits until the mark is durable. After false the line must be cut without a dot. */
    boolean isGranted() throws InterruptedException;
}
