package org.personalize.cli;

/** What an exit code says to a script. */
final class ExitCode {

    static final int DONE = 0;
    /** Finished, but somebody was newly refused, doubtful, expired or held. */
    static final int SOMEBODY_LEFT_OUT = 1;
    /** The command line, the campaign, a template or the data is wrong: nothing was sent. */
    static final int WRONG_INPUT = 2;
    /** The disk cannot be read or written. */
    static final int DISK = 74;

    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
