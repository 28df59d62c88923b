package org.personalize.run;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Why a run ends before everything that is due has gone; the first reason counts. Shared by all of a run's threads. */
final class Brakes {

    /** Why nobody begins another mail. */
    enum Why {
        /** A signal: the mails in flight are finished. */
        SIGNAL,
        /** {@code --max-runtime} is over. */
        RUNTIME,
        /** Somebody paused or cancelled the campaign. */
        PAUSED,
        /** {@code stop_when} struck. */
        STOP_RULE,
        /** The relay refuses us, or cannot be reached. */
        RELAY,
        /** The ledger cannot be written. */
        LEDGER
    }

    /** @param words for people; blank where the reason says it all */
    record Stop(Why why, String words) {}

    private final AtomicReference<@Nullable Stop> stop = new AtomicReference<>();
    private final AtomicBoolean isResting = new AtomicBoolean();
    private final StopSignal signal;
    private final LongSupplier nanos;
    private final long deadline;

    /** @param runtimeNanos how long the run may last; {@link Long#MAX_VALUE} for any time */
    Brakes(StopSignal signal, LongSupplier nanos, long runtimeNanos) {
        this.signal = signal;
        this.nanos = nanos;
        deadline = runtimeNanos == Long.MAX_VALUE ? Long.MAX_VALUE : nanos.getAsLong() + runtimeNanos;
    }

    void pull(Why why, String words) {
        stop.compareAndSet(null, new Stop(why, words));
    }

    /** The time ran out, or nothing was left to be tried, and it is the relay's doing: only the end can tell. */
    void blameRelay(String words) {
        stop.updateAndGet(known -> known == null && !isResting.get() || known != null && known.why() == Why.RUNTIME
                ? new Stop(Why.RELAY, words)
                : known);
    }

    /** Nobody begins another mail until {@link #endRest}: the run wants to read its files again, and to go on. */
    void rest() {
        isResting.set(true);
    }

    /** @return whether there was a rest, and nothing has stopped the run meanwhile */
    boolean endRest() {
        return isResting.getAndSet(false) && !arePulled();
    }

    /** Whether nobody may begin another mail. */
    boolean arePulled() {
        if (stop.get() == null && signal.isRaised()) {
            pull(Why.SIGNAL, "");
        }
        if (stop.get() == null && deadline != Long.MAX_VALUE && nanos.getAsLong() - deadline >= 0) {
            pull(Why.RUNTIME, "");
        }
        return stop.get() != null || isResting.get();
    }

    /** Why the run was stopped; blank where the reason says it all, or there is none. */
    String words() {
        Stop known = stop.get();
        return known == null ? "" : known.words();
    }

    /** Null while nothing stopped the run. */
    @Nullable
    Stop reason() {
        return stop.get();
    }
}
