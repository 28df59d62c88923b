package org.personalize.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.personalize.deliver.Courier;
import org.personalize.plan.Fate;

/** The couriers of one run at work, each in a thread of its own, and the one who looks after them until all are done. */
final class Errands {

    /** How often the one who waits looks up. */
    private static final long LOOK_MILLIS = 100;

    /** After a signal, a relay has so long to answer for the mails in flight. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(7);

    /** While mails go out, a copy of the ledger is too old after this time at the latest. */
    private static final long STEP_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Dispatch dispatch;
    private final RunSetting setting;
    private final LongSupplier nanos;
    private final List<Thread> threads = new ArrayList<>();
    private long steppedAt;
    private long askedToStopAt;
    private boolean isAskedToStop;
    private boolean isCut;

    Errands(Dispatch dispatch, RunSetting setting) {
        this.dispatch = dispatch;
        this.setting = setting;
        nanos = setting.nanos();
    }

    /** Comes back when the last courier is done. */
    void work(List<? extends Courier> couriers, long due, Progress progress) {
        steppedAt = nanos.getAsLong();
        for (Courier courier : couriers) {
            var thread = new Thread(new Round(dispatch, courier), "courier " + threads.size());
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        while (threads.stream().anyMatch(Thread::isAlive)) {
            pause();
            dispatch.logbook().catchUp();
            progress.report(dispatch.footing().stage(), dispatch.results().of(Fate.ACCEPTED), due);
            step();
            listen();
            if (setting.isOutdated().getAsBoolean()) {
                setting.brakes().rest();
            }
            cutShort();
        }
    }

    private void pause() {
        try {
            for (Thread thread : threads) {
                if (thread.isAlive()) {
                    thread.join(LOOK_MILLIS);
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            setting.brakes().pull(Brakes.Why.SIGNAL, "");
        }
    }

    private void step() {
        if (nanos.getAsLong() - steppedAt <= STEP_NANOS) {
            return;
        }
        steppedAt = nanos.getAsLong();
        try {
            dispatch.countStep();
        } catch (IOException e) {
            dispatch.fail(e);
        }
    }

    private void listen() {
        if (setting.brakes().arePulled()) {
            return;
        }
        try {
            dispatch.listen();
        } catch (IOException | RuntimeException e) {
            dispatch.fail(e);
        }
    }

    /** Whoever still waits for the relay long after the brakes were pulled is woken. */
    private void cutShort() {
        if (isCut || !setting.brakes().arePulled() || setting.brakes().reason() == null) {
            return;
        }
        if (!isAskedToStop) {
            isAskedToStop = true;
            askedToStopAt = nanos.getAsLong();
        }
        if (nanos.getAsLong() - askedToStopAt > PATIENCE_NANOS) {
            isCut = true;
            threads.forEach(Thread::interrupt);
        }
    }
}
