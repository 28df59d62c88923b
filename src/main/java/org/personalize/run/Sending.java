package org.personalize.run;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.CampaignFile;
import org.personalize.campaign.Demand;
import org.personalize.campaign.Occurrence;
import org.personalize.campaign.SecretKey;
import org.personalize.ledger.Brake;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Occupied;
import org.personalize.ledger.Shift;
import org.personalize.ledger.Standings;
import org.personalize.plan.Fate;
import org.personalize.run.SendStory.End;

/**
 * Sends what is due now. Run again, by cron or after a crash, it goes on where the ledger says. A campaign that repeats
 * comes at different moments to people of different zones: each coming goes on until it has ended for the last of them,
 * beside the one whose turn it is by the schedule's zone.
 */
public final class Sending {

    private static final Set<Demand> DEMANDS = EnumSet.allOf(Demand.class);

    private final SendRun run;
    private final Request request;
    private final Campaign campaign;
    private final Ledger ledger;
    private final Occurrence current;

    private Sending(SendRun run) {
        this.run = run;
        request = run.request();
        campaign = run.campaign();
        ledger = run.ledger();
        current = Occurrence.of(campaign, request.now());
    }

    public static SendStory run(Request request, Selection selection, SendOrders orders) throws IOException, Occupied {
        Campaign campaign = CampaignFile.read(request.campaign(), request.environment(), DEMANDS);
        try (Ledger ledger = WorkspaceLedger.toWrite(campaign);
                SendLog log = SendLog.at(orders.log())) {
            return new Sending(new SendRun(request, selection, orders, campaign, ledger, log)).run();
        }
    }

    private SendStory run() throws IOException, Occupied {
        SecretKey key = run.key();
        ledger.bindKey(
                key.fingerprint(),
                key.older().stream().map(SecretKey::fingerprint).toList());
        Rules.enroll(campaign, ledger);
        ledger.rule(campaign.name(), Rules.of(campaign));
        Brake brake = ledger.brake(campaign.name());
        if (brake != Brake.OFF) {
            takeOver(brake);
            return story(End.BRAKED);
        }
        List<Edition> unfinished = ledger.unfinished(campaign.name());
        expireBygone(unfinished);
        return story(run.orders().plan() == null ? sendInTurn(unfinished) : new Outing(run, current).go());
    }

    /** No mail begins under a brake; what a sender left that died is settled all the same. */
    private void takeOver(Brake brake) throws IOException {
        List<Edition> inHand = ledger.inHand(campaign.name());
        if (!inHand.isEmpty()) {
            SendOrders orders = run.orders();
            try (Shift shift = ledger.begin(inHand.get(0), orders.who(), orders.host(), request.now())) {
                Shift.Recovery left = shift.recovery();
                if (brake == Brake.CANCELLED) {
                    run.withdraw(left);
                } else {
                    run.takeOver(left);
                }
            } catch (Occupied e) {
                run.note("A sender still finishes what it has begun: " + e.getMessage());
            }
        }
    }

    /**
     * Those that are over for everybody, wherever they live. A later one may be promised already: by a look at tomorrow, or
     * by a clock that has been set back since.
     */
    private void expireBygone(List<Edition> unfinished) throws IOException, Occupied {
        List<Edition> lasting =
                run.comings().lasting().stream().map(run::edition).toList();
        for (Edition edition : unfinished) {
            boolean isYetToCome = current.isBefore(edition.occurrence());
            if (!edition.equals(run.edition(current)) && !lasting.contains(edition) && !isYetToCome) {
                Bygone.expire(run, edition);
            }
        }
    }

    /** The earlier first, as it ends sooner; and then what lasts where somebody lives, and was not planned or is done. */
    private End sendInTurn(List<Edition> unfinished) throws IOException, Occupied {
        Set<Occurrence> left = new LinkedHashSet<>(run.comings().lasting());
        left.add(current);
        End end = End.DONE;
        for (Occurrence one : List.copyOf(left)) {
            if (end == End.DONE && (one.equals(current) || unfinished.contains(run.edition(one)))) {
                end = send(one);
                left.remove(one);
            }
        }
        left.retainAll(run.comings().lastingIn(run.zones()));
        for (Occurrence one : left) {
            end = end == End.DONE ? send(one) : end;
        }
        return end;
    }

    private End send(Occurrence one) throws IOException, Occupied {
        var outing = new Outing(run, one);
        if (one.equals(current)) {
            return outing.go();
        } else if (run.brakes().arePulled()) {
            return run.end();
        }
        return run.selection().limit() == 0 || outing.isNeedless() ? End.DONE : outing.go();
    }

    private SendStory story(End end) throws IOException {
        Instant now = run.orders().clock().instant();
        for (Standings other : Standing.beside(campaign, ledger, run.edition(current), now)) {
            run.note(other.edition() + " goes on beside it: " + other.waiting() + " waiting, " + other.due() + " due, "
                    + other.deferred() + " to be tried again.");
        }
        Standings at = ledger.standings(run.edition(current), now);
        return new SendStory(
                LedgerCounts.of(at, run.results().of(Fate.ACCEPTED), run.notes()),
                at.edition().toString(),
                run.results(),
                run.dueAgain(),
                run.complaints(),
                run.notes(),
                told(end, at),
                end == End.BRAKED ? at.brakeWhy() : run.brakes().words(),
                at.nextDue());
    }

    private End told(End end, Standings at) {
        boolean isAnybodyLeft = at.due() > 0 || LedgerCounts.notSelected(at) > 0;
        if (end == End.DONE && isAnybodyLeft && !run.selection().equals(Selection.EVERYBODY)) {
            return End.CUT;
        }
        return end == End.BRAKED && at.brake() == Brake.CANCELLED ? End.CANCELLED : end;
    }
}
