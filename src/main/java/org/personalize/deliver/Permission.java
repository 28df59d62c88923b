package org.personalize.deliver;

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

    /** Waits until the mark is durable. After false the line must be cut without a dot. */
    boolean isGranted() throws InterruptedException;
}
