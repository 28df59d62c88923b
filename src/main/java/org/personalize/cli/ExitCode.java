package org.personalize.cli;

import java.util.List;

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

    /** From the best to the worst, where several campaigns end differently. */
    private static final List<Integer> BY_WORSE =
            List.of(DONE, SOMEBODY_LEFT_OUT, OCCUPIED, WRONG_INPUT, RELAY, DISK, INTERRUPTED);

    private ExitCode() {}

    static int worse(int one, int other) {
        return BY_WORSE.indexOf(one) >= BY_WORSE.indexOf(other) ? one : other;
    }

    /** Whether there is no use in going on with the next campaign. */
    static boolean endsAll(int code) {
        return code == DISK || code == RELAY || code == INTERRUPTED;
    }
}
