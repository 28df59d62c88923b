package org.personalize.faults;

/**
 * What a relay does instead of answering as usual.
 *
 * @param said word for word, line ends and all
 * @param isTaken after the final dot: the relay keeps the mail all the same
 */
record Fault(String said, Then then, boolean isTaken) {

    enum Then {
        GO_ON,
        HANG_UP,
        SAY_NO_MORE
    }

    /** A complete answer. */
    static Fault answer(String line) {
        return new Fault(line + "\r\n", Then.GO_ON, false);
    }

    static Fault hangUp(String said) {
        return new Fault(said, Then.HANG_UP, false);
    }

    static Fault silence() {
        return new Fault("", Then.SAY_NO_MORE, false);
    }

    /** The mail is kept, and nobody will hear a whole answer. */
    Fault butTaken() {
        return new Fault(said, then, true);
    }
}
