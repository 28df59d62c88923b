package org.personalize.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What many hand in and one works off, many at a time. Who works is woken only when there is a reason to look: to be woken
 * for each by itself costs more than the work.
 */
final class Gathering<T> {

    /** So many are worked off without waiting for more. */
    private static final int MANY = 1_000;

    private static final long RIDE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long COMPANY_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** How long something may wait for others to come. */
    enum Haste {
        /** Nobody waits for it: it goes with whatever comes within 20 milliseconds. */
        RIDES,
        /** Somebody waits for it: for a millisecond, unless enough of its kind are there before. */
        WANTS_COMPANY,
        AT_ONCE
    }

    private final int enough;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition reason = lock.newCondition();
    private List<T> waiting = new ArrayList<>();
    private int inCompany;
    private boolean isUrgent;
    private long latest;

    /** @param enough of how many that want company nobody waits for more */
    Gathering(int enough) {
        this.enough = enough;
    }

    void add(T one, Haste haste) {
        lock.lock();
        try {
            waiting.add(one);
            boolean isFirst = waiting.size() == 1;
            if (isFirst) {
                latest = System.nanoTime() + RIDE_NANOS;
            }
            isUrgent |= haste == Haste.AT_ONCE;
            boolean isSooner = haste == Haste.WANTS_COMPANY && inCompany++ == 0;
            if (isSooner && left() > COMPANY_NANOS) {
                latest = System.nanoTime() + COMPANY_NANOS;
            }
            if (isFirst || isSooner || isEnough()) {
                reason.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something is there and need not wait for more; in the order in which it was handed in. */
    List<T> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty()) {
                reason.await();
            }
            while (!isEnough() && left() > 0) {
                reason.awaitNanos(left());
            }
            List<T> taken = waiting;
            waiting = new ArrayList<>();
            inCompany = 0;
            isUrgent = false;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private boolean isEnough() {
        return isUrgent || inCompany >= enough || waiting.size() >= MANY;
    }

    private long left() {
        return latest - System.nanoTime();
    }
}
