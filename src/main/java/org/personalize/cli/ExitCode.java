package org.personalize.cli;

/** What an exit code says to a script. */
final class ExitCode {

    static final int DONE = 0;
    /** Finished, but somebody was newly refused, doubtful, expired or held. */
    static final int SOMEBODY_LEFT_OUT = 1;
    /** The command line, the campaign, a template or the data is wrong: nothing was sent. */
    static final int WRONG_INPUT = 2;
    /** The relay cannot be reached or refuses us: nothing more was tried. */
    static final int RELAY = 69;
    /** The disk or the ledger cannot be read or written. */
    static final int DISK = 74;

    /** Another sender of this campaign is at work. */
    static final int OCCUPIED = 75;

    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
