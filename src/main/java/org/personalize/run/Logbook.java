package org.personalize.run;

import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.personalize.deliver.Outcome;

/** What a run tells beside the ledger. Where its log cannot be written the run ends, but what the ledger holds it holds. */
final class Logbook {

    private final SendLog log;
    private final InstantSource clock;
    private final String campaign;
    private final Consumer<Throwable> alarm;
    private final Rebuffs rebuffs = new Rebuffs();
    private final Queue<String> unwritten = new ConcurrentLinkedQueue<>();

    Logbook(SendLog log, InstantSource clock, String campaign, Consumer<Throwable> alarm) {
        this.log = log;
        this.clock = clock;
        this.campaign = campaign;
        this.alarm = alarm;
    }

    void write(String event, String customer, String words) {
        try {
            log.write(clock.instant(), event, campaign, customer, words);
        } catch (UncheckedIOException e) {
            alarm.accept(e);
        }
    }

    /**
     * No attempt at anybody's mail, and yet somebody wants to know. A courier who is cut off would take the log's file
     * with him, so he leaves the writing to another thread.
     */
    void turnedAway(Outcome.TurnedAway away) {
        unwritten.add(rebuffs.add(away));
    }

    /** Writes what couriers left to be written. */
    void catchUp() {
        for (String words = unwritten.poll(); words != null; words = unwritten.poll()) {
            write("turned_away", "", words);
        }
    }

    Rebuffs rebuffs() {
        return rebuffs;
    }
}
