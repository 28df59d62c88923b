package org.personalize.run;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Whether a run still has its relay, or nobody has reached it for too long. Shared by all couriers of a run. */
final class Footing {

    /** A relay that nobody has talked to yet may be a typing mistake: nobody should wait long for it. */
    static final long PATIENCE_AT_FIRST_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** A relay that was there is given the time of a restart. */
    static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);

    private final LongSupplier nanos;
    private boolean wasReached;
    private long silentSince;

    Footing(LongSupplier nanos) {
        this.nanos = nanos;
        silentSince = nanos.getAsLong();
    }

    /** The relay talked to one of us, be it to say no. */
    synchronized void reached() {
        wasReached = true;
        silentSince = nanos.getAsLong();
    }

    /** Whether nobody has reached the relay for so long that the run must end. */
    synchronized boolean isLost() {
        return nanos.getAsLong() - silentSince > (wasReached ? PATIENCE_NANOS : PATIENCE_AT_FIRST_NANOS);
    }
}
