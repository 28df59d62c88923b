package org.personalize.run;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Audience;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Comings;
import org.personalize.campaign.Occurrence;
import org.personalize.campaign.Schedule.Repeat;
import org.personalize.campaign.SecretKey;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Shift;
import org.personalize.plan.Fate;
import org.personalize.plan.Reason;
import org.personalize.render.Finding;
import org.personalize.run.SendStory.End;

/** What all comings of a campaign share that one run of sending sends. */
final class SendRun {

    private final Request request;
    private final Selection selection;
    private final SendOrders orders;
    private final Campaign campaign;
    private final Ledger ledger;
    private final SecretKey key;
    private final Brakes brakes;
    private final Footing footing;
    private final Comings comings;
    private final SendLog log;
    private final Results results = new Results();
    private final Set<ZoneId> zones = new HashSet<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Finding> complaints = new ArrayList<>();
    private int dueAgain;

    SendRun(Request request, Selection selection, SendOrders orders, Campaign campaign, Ledger ledger, SendLog log)
            throws IOException {
        this.request = request;
        this.selection = selection;
        this.orders = orders;
        this.campaign = campaign;
        this.ledger = ledger;
        this.log = log;
        key = WorkspaceKey.toSign(campaign, ledger);
        brakes = new Brakes(request.stop(), orders.nanos(), orders.runtimeNanos());
        footing = new Footing(orders.nanos());
        comings = new Comings(campaign.schedule(), request.now());
    }

    Request request() {
        return request;
    }

    /** Of those who were asked for, as many as this run may still begin. */
    Selection selection() {
        return selection.less(results.settled());
    }

    SendOrders orders() {
        return orders;
    }

    Campaign campaign() {
        return campaign;
    }

    Ledger ledger() {
        return ledger;
    }

    SecretKey key() {
        return key;
    }

    Brakes brakes() {
        return brakes;
    }

    Footing footing() {
        return footing;
    }

    Comings comings() {
        return comings;
    }

    Results results() {
        return results;
    }

    Edition edition(Occurrence occurrence) {
        return new Edition(campaign.name(), occurrence.id());
    }

    SendLog log() {
        return log;
    }

    /** What senders that died have left. */
    void takeOver(Shift.Recovery recovery) {
        doubt(recovery);
        dueAgain += recovery.dueAgain();
        dueAgain(recovery.givenBack(), "its sender ended before it was handed over");
    }

    /** The same where the campaign was cancelled meanwhile. */
    void withdraw(Shift.Recovery recovery) {
        doubt(recovery);
        recovery.givenBack().forEach(customer -> log("skipped", customer, Reason.WITHDRAWN.word()));
    }

    private void doubt(Shift.Recovery recovery) {
        for (String customer : recovery.doubtful()) {
            results.add(Fate.DOUBTFUL, 1);
            log("doubtful", customer, Shift.Recovery.WHY);
        }
    }

    /** What was begun before, and is to be sent all the same. */
    void dueAgain(List<String> customers, String why) {
        customers.forEach(customer -> log("due_again", customer, why));
    }

    private void log(String event, String customer, String words) {
        log.write(orders.clock().instant(), event, campaign.name(), customer, words);
    }

    /** What was left of a coming that is over. */
    void expired(List<String> customers, String why) {
        for (String customer : customers) {
            results.add(Fate.EXPIRED, 1);
            log("expired", customer, why);
        }
    }

    int dueAgain() {
        return dueAgain;
    }

    void note(String note) {
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    List<String> notes() {
        return notes;
    }

    void complain(List<Finding> findings) {
        complaints.addAll(findings);
    }

    List<Finding> complaints() {
        return complaints;
    }

    /** Where people live, which matters as soon as the campaign comes again. */
    void noteZones(Audience audience) {
        if (campaign.schedule().repeat() == Repeat.NEVER || !zones.isEmpty()) {
            return;
        }
        for (int person = 0; person < audience.size(); person++) {
            zones.add(audience.customer(person).zone());
        }
    }

    /** Empty as long as nobody's files were read. */
    Set<ZoneId> zones() {
        return zones;
    }

    /** When the next coming begins for somebody; null for never. */
    @Nullable
    Instant nextStart() {
        return comings.nextStart(zones).orElse(null);
    }

    /** Why the run comes to its end. */
    End end() {
        Brakes.Stop stop = brakes.reason();
        if (stop == null) {
            return End.DONE;
        }
        return switch (stop.why()) {
            case SIGNAL -> End.SIGNAL;
            case RUNTIME -> End.RUNTIME;
            case PAUSED -> End.BRAKED;
            case STOP_RULE -> End.STOPPED;
            case RELAY -> End.RELAY;
            case LEDGER -> throw new IllegalStateException("a ledger that cannot be written ends in its own error");
        };
    }
}
