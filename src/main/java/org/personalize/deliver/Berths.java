package org.personalize.deliver;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * How many lines to the relay may stand at once, shared by all couriers of a run. A courier takes a berth before it opens
 * its line and gives it back when the line is closed. Whenever the relay turns one away, the number is halved and nobody
 * opens a line for a while, each time twice as long; each mail that it deals with halves that wait again, and what it
 * accepts lets the number grow, a line at a time.
 */
public final class Berths {

    private static final long FIRST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MINUTES.toNanos(2);

    /** So many accepted mails for each line there is, and one more line is tried. */
    private static final int MAILS_TO_GROW = 50;

    private final int most;
    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();
    private int allowed;
    private int taken;
    private int acceptedSince;
    private long pause = FIRST_PAUSE_NANOS;
    private boolean isPaused;
    private long pausedUntil;

    /** @param nanos the monotonic clock */
    public Berths(int most, LongSupplier nanos) {
        if (most < 1) {
            throw new IllegalArgumentException("without a line nothing is sent");
        }
        this.most = most;
        this.allowed = most;
        this.nanos = nanos;
    }

    public boolean tryAcquire() {
        lock.lock();
        try {
            boolean isFree = nanosUntilFree() == 0;
            taken += isFree ? 1 : 0;
            return isFree;
        } finally {
            lock.unlock();
        }
    }

    /** 0 when there is one; {@link Long#MAX_VALUE} when somebody must leave first. */
    public long nanosUntilFree() {
        lock.lock();
        try {
            if (taken >= allowed) {
                return Long.MAX_VALUE;
            }
            return isPaused ? Math.max(0, pausedUntil - nanos.getAsLong()) : 0;
        } finally {
            lock.unlock();
        }
    }

    /** A line is closed. */
    public void release() {
        lock.lock();
        try {
            if (taken == 0) {
                throw new IllegalStateException("more berths are given back than were taken");
            }
            taken--;
        } finally {
            lock.unlock();
        }
    }

    /** The relay turned a line away. Those who are turned away together count once. */
    public void turnedAway() {
        lock.lock();
        try {
            acceptedSince = 0;
            long now = nanos.getAsLong();
            if (isPaused && pausedUntil - now > 0) {
                return;
            }
            allowed = Math.max(1, allowed / 2);
            isPaused = true;
            pausedUntil = now + pause;
            pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
        } finally {
            lock.unlock();
        }
    }

    /** The relay dealt with a mail, whatever it said of it: there is a line that lives. */
    public void dealtWith() {
        lock.lock();
        try {
            pause = Math.max(FIRST_PAUSE_NANOS, pause / 2);
        } finally {
            lock.unlock();
        }
    }

    /** The relay accepted a mail. */
    public void accepted() {
        lock.lock();
        try {
            acceptedSince += allowed < most ? 1 : 0;
            if (acceptedSince >= MAILS_TO_GROW * allowed) {
                acceptedSince = 0;
                allowed++;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether more lines stand than may: the courier that asks should close its own and give the berth back. */
    public boolean isCrowded() {
        lock.lock();
        try {
            return taken > allowed;
        } finally {
            lock.unlock();
        }
    }
}
