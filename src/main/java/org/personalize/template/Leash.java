package org.personalize.template;

import org.jspecify.annotations.Nullable;

/** What the {@link Watchdog} knows of one rendering thread. */
final class Leash {

    final Thread thread;
    private final Watchdog watchdog;

    /** Counts up when a rendering begins and when it ends: odd means at work. */
    private volatile long turn;

    private volatile Limits limits = Limits.MAIL;
    private int depth;
    private @Nullable String breach;

    private long seenTurn;
    private long seenSinceNanos;
    private long bytesBefore;

    Leash(Thread thread, Watchdog watchdog) {
        this.thread = thread;
        this.watchdog = watchdog;
    }

    /** A rendering begins. One within another (a value that is rendered when it is looked up) counts as part of it. */
    void begin(Limits bounds) {
        if (depth++ == 0) {
            limits = bounds;
            next();
            watchdog.wakeUp();
        }
    }

    boolean isNested() {
        return depth > 1;
    }

    /**
     * The rendering has ended; says which limit it broke, if any. The lock is shared with the watchdog, so that an
     * interrupt comes before this or never.
     */
    @Nullable
    String end() {
        if (--depth > 0) {
            return null;
        }
        synchronized (this) {
            next();
            String broken = breach;
            breach = null;
            if (broken != null) {
                Thread.interrupted();
            }
            return broken;
        }
    }

    /** Only the thread itself writes its turn, so that reading and writing need not be one step. */
    private void next() {
        long following = turn + 1;
        turn = following;
    }

    boolean isAtWork() {
        return (turn & 1) == 1;
    }

    /** One look of the watchdog; true when a rendering is going on. */
    boolean look(long nanos, com.sun.management.@Nullable ThreadMXBean threads) {
        long now = turn;
        if ((now & 1) == 0) {
            return false;
        }
        long bytes = threads == null ? 0 : threads.getThreadAllocatedBytes(thread.getId());
        if (now != seenTurn) {
            seenTurn = now;
            seenSinceNanos = nanos;
            bytesBefore = bytes;
        } else if (nanos - seenSinceNanos > limits.time().toNanos()) {
            stop(now, "it took longer than " + limits.time().toMillis() + " ms");
        } else if (bytes - bytesBefore > limits.allocatedBytes()) {
            stop(now, "it used more than " + (limits.allocatedBytes() >> 20) + " MB of memory");
        }
        return true;
    }

    private synchronized void stop(long during, String reason) {
        if (turn == during) {
            breach = reason;
            thread.interrupt();
        }
    }
}
