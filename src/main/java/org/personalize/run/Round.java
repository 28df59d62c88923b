package org.personalize.run;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalize.deliver.Courier;
import org.personalize.deliver.Outcome;
import org.personalize.ledger.Claim;
import org.personalize.ledger.Entry;
import org.personalize.ledger.Mark;
import org.personalize.plan.Fate;
import org.personalize.plan.OpenHours.Stretch;
import org.personalize.render.Mail;

/**
 * One courier's round: fetch a claim, render it, ask for the mark, hand it over, write down what became of it; and again,
 * until the desk has nothing more. While a mark is on its way, the next mail is made ready. One thread each; what they share
 * is in {@link Dispatch}.
 */
final class Round implements Runnable {

    private final Dispatch dispatch;
    private final Courier courier;
    private final Preparation preparation;
    private boolean hasBerth;
    private @Nullable Ready ahead;

    Round(Dispatch dispatch, Courier courier) {
        this.dispatch = dispatch;
        this.courier = courier;
        preparation = new Preparation(dispatch);
    }

    @Override
    public void run() {
        try (courier) {
            for (Ready ready = next(); ready != null; ready = next()) {
                try {
                    deliver(ready);
                } finally {
                    dispatch.desk().done();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            dispatch.fail(e);
        } finally {
            goHome();
        }
    }

    /** Whoever leaves with a berth or a mail would keep the others from it for ever. */
    private void goHome() {
        giveBackAhead();
        if (hasBerth) {
            leaveBerth();
        }
    }

    /** The next mail, for a courier that may have a line; null when there is nothing left to do. */
    private @Nullable Ready next() throws IOException, InterruptedException {
        if (dispatch.brakes().arePulled()) {
            giveBackAhead();
        }
        Ready ready = fetchAhead();
        while (ready == null) {
            Claim claim = claim();
            if (claim == null) {
                return null;
            }
            ready = prepared(claim);
        }
        return ready;
    }

    /** What is to go next, made ready while the mark of the mail before it is on its way. */
    private @Nullable Mail lookAhead() {
        try {
            Claim claim = dispatch.berths().isCrowded() ? null : dispatch.desk().nextAhead();
            ahead = claim == null ? null : prepared(claim);
        } catch (IOException | RuntimeException e) {
            dispatch.fail(e);
        }
        if (ahead == null) {
            return null;
        }
        dispatch.desk().putBehind(ahead.claim());
        return ahead.mail();
    }

    /** Null where nothing was made ready, or another courier has taken it meanwhile. */
    private @Nullable Ready fetchAhead() {
        Ready ready = ahead;
        ahead = null;
        return ready != null && dispatch.desk().fetchFromBehind(ready.claim()) ? ready : null;
    }

    private void giveBackAhead() {
        Ready ready = fetchAhead();
        if (ready != null) {
            dispatch.desk().giveBack(ready.claim());
            dispatch.desk().done();
        }
    }

    private @Nullable Ready prepared(Claim claim) throws IOException {
        Ready ready = null;
        try {
            ready = preparation.of(claim);
            return ready;
        } finally {
            if (ready == null) {
                dispatch.desk().done();
            }
        }
    }

    private @Nullable Claim claim() throws IOException, InterruptedException {
        if (hasBerth && dispatch.berths().isCrowded()) {
            courier.close();
            leaveBerth();
        }
        while (!hasBerth && !dispatch.desk().isOver()) {
            hasBerth = dispatch.berths().tryAcquire();
            if (!hasBerth) {
                dispatch.desk().rest(dispatch.berths().nanosUntilFree());
            }
        }
        return hasBerth ? dispatch.desk().next() : null;
    }

    private void leaveBerth() {
        hasBerth = false;
        dispatch.berths().release();
    }

    private void deliver(Ready ready) throws IOException, InterruptedException {
        Claim claim = ready.claim();
        var mark = new AskedMark(dispatch, ready, this::lookAhead);
        Outcome outcome = courier.deliver(ready.mail(), mark);
        if (outcome instanceof Outcome.TurnedAway away) {
            turnAway(away, claim);
        } else {
            dispatch.footing().dealtWith();
            dispatch.berths().dealtWith();
            settle(outcome, claim, mark);
        }
    }

    /** No attempt: another courier may have a line for this mail, and this one comes back later. */
    private void turnAway(Outcome.TurnedAway away, Claim claim) {
        dispatch.desk().giveBack(claim);
        dispatch.logbook().turnedAway(away);
        dispatch.footing().rebuffed(away);
        if (dispatch.footing().isLost()) {
            dispatch.brakes().pull(Brakes.Why.RELAY, dispatch.footing().words());
        }
        dispatch.berths().turnedAway();
        leaveBerth();
    }

    private void settle(Outcome outcome, Claim claim, AskedMark mark) throws IOException, InterruptedException {
        boolean isCutByUs = Thread.currentThread().isInterrupted() && outcome instanceof Outcome.Deferred;
        if (isCutByUs) {
            dispatch.release(claim);
        } else if (outcome instanceof Outcome.Accepted accepted) {
            accept(claim, accepted);
        } else if (outcome instanceof Outcome.Deferred deferred) {
            defer(claim, Answers.of(deferred));
        } else if (outcome instanceof Outcome.Refused refused) {
            refuse(claim, refused);
        } else if (outcome instanceof Outcome.NotRelayed denied) {
            deny(claim, denied);
        } else if (outcome instanceof Outcome.Doubtful doubtful) {
            doubt(claim, Answers.of(doubtful));
        } else if (outcome instanceof Outcome.Withheld) {
            withhold(claim, mark.known());
        } else if (outcome instanceof Outcome.RelayRefuses refusal) {
            dispatch.release(claim);
            dispatch.brakes().pull(Brakes.Why.RELAY, Answers.of(refusal));
        } else {
            throw new IllegalStateException("a relay writes no previews");
        }
    }

    private void deny(Claim claim, Outcome.NotRelayed denied) throws IOException {
        if (dispatch.isDenialOfAll()) {
            dispatch.release(claim);
            dispatch.brakes().pull(Brakes.Why.RELAY, Answers.of(denied));
        } else {
            refuse(claim, new Outcome.Refused(denied.reply(), false));
        }
    }

    private void accept(Claim claim, Outcome.Accepted accepted) throws IOException {
        String answer = Answers.of(accepted);
        write(new Entry.Accepted(claim, answer, accepted.relayId()), "accepted", answer);
        dispatch.results().settle(claim, Fate.ACCEPTED);
        dispatch.berths().accepted();
        dispatch.watch().accepted(claim);
    }

    private void doubt(Claim claim, String why) {
        write(new Entry.Doubtful(claim, why), "doubtful", why);
        dispatch.results().settle(claim, Fate.DOUBTFUL);
    }

    private void defer(Claim claim, String answer) {
        Instant now = dispatch.now();
        Instant next = dispatch.retry().next(claim, now);
        Optional<Stretch> stretch = dispatch.permitted(claim, next);
        if (stretch.isEmpty() || dispatch.retry().isGivenUp(claim, stretch.get().opens(), now)) {
            String why = "given up; the last answer was: " + answer;
            write(new Entry.Expired(claim, why), "expired", why);
            dispatch.results().settle(claim, Fate.EXPIRED);
        } else {
            Stretch then = stretch.get();
            dispatch.results().defer(claim);
            write(new Entry.Deferred(claim, answer, then.opens(), then.closes()), "deferred", answer);
        }
    }

    private void refuse(Claim claim, Outcome.Refused refused) throws IOException {
        String answer = Answers.of(refused);
        write(new Entry.Refused(claim, answer, refused.isNoMailbox()), "refused", answer);
        dispatch.results().settle(claim, Fate.REFUSED);
        dispatch.watch().refused(claim);
    }

    /** The dot was not written, since the ledger said no; without an answer it is not known whether it was marked. */
    private void withhold(Claim claim, @Nullable Mark mark) throws IOException {
        if (mark == null) {
            dispatch.release(claim);
            return;
        }
        switch (mark.kind()) {
            case TAKEN_BACK -> preparation.skip(claim, mark.reason().orElseThrow());
            case LATE, FULL -> dispatch.postponing().postpone(claim, mark);
            case BRAKED -> {
                dispatch.release(claim);
                dispatch.obeyBrake();
            }
            case DOMAIN_HELD, GRANTED -> dispatch.release(claim);
        }
    }

    private void write(Entry entry, String event, String answer) {
        dispatch.write(entry, event, answer);
    }
}
