package org.personalize.template;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One thread that watches all renderings and interrupts those that take too long or allocate too much. A rendering pays
 * for two writes to a field and an uncontended lock; clocks and counters are read by the watchdog alone, every few
 * milliseconds. It sleeps when nothing is rendered, and does not keep the program alive.
 */
final class Watchdog {

    private static final long LOOK_EVERY_NANOS = 4_000_000;
    private static final int LOOKS_BEFORE_SLEEP = 50;

    private static final Watchdog ONLY = new Watchdog();

    private final List<Leash> leashes = new CopyOnWriteArrayList<>();
    private final ThreadLocal<Leash> own = ThreadLocal.withInitial(this::register);
    private final com.sun.management.@Nullable ThreadMXBean threads = allocationCounter();
    private @Nullable Thread thread;
    private volatile boolean isAsleep;

    private Watchdog() {}

    /** The leash of the current thread. */
    static Leash leash() {
        return ONLY.own.get();
    }

    private synchronized Leash register() {
        leashes.removeIf(l -> !l.thread.isAlive());
        var leash = new Leash(Thread.currentThread(), this);
        leashes.add(leash);
        if (thread == null) {
            thread = new Thread(this::watch, "template-watchdog");
            thread.setDaemon(true);
            thread.start();
        }
        return leash;
    }

    void wakeUp() {
        if (isAsleep) {
            LockSupport.unpark(thread);
        }
    }

    private void watch() {
        int quietLooks = 0;
        while (true) {
            boolean anyAtWork = false;
            for (Leash leash : leashes) {
                anyAtWork |= leash.look(System.nanoTime(), threads);
            }
            quietLooks = anyAtWork ? 0 : quietLooks + 1;
            if (quietLooks > LOOKS_BEFORE_SLEEP) {
                sleep();
                quietLooks = 0;
            } else {
                LockSupport.parkNanos(this, LOOK_EVERY_NANOS);
            }
        }
    }

    /** The flag is raised before the last look, so that a rendering that begins meanwhile is seen or wakes us up. */
    private void sleep() {
        isAsleep = true;
        if (leashes.stream().noneMatch(Leash::isAtWork)) {
            LockSupport.park(this);
        }
        isAsleep = false;
    }

    private static com.sun.management.@Nullable ThreadMXBean allocationCounter() {
        return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean bean
                        && bean.isThreadAllocatedMemorySupported()
                        && bean.isThreadAllocatedMemoryEnabled()
                ? bean
                : null;
    }
}
