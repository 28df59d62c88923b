package org.personalize.run;

import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Standing;
import org.personalize.ledger.Claim;
import org.personalize.ledger.Entry;
import org.personalize.plan.Decision;
import org.personalize.plan.Fate;
import org.personalize.plan.Reason;
import org.personalize.render.Finding;
import org.personalize.render.Rendered;

/** Makes the mail of a claim, or writes down why there is none. */
final class Preparation {

    private final Dispatch dispatch;

    Preparation(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    /** Null where the claim is settled by this, since nothing is to go now. */
    @Nullable
    Ready of(Claim claim) throws IOException {
        if (dispatch.watch().isHeld(claim.promise().mailbox().domain())) {
            dispatch.release(claim);
            return null;
        }
        int person = claim.promise().personIn(dispatch.material().audience());
        if (person >= 0 && !dispatch.material().promises().isTheirs(person, claim.promise())) {
            // The files have changed since the ledger was made to agree with them: the next run looks at everybody
            // again.
            dispatch.forgetStamps();
            person = -1;
        }
        Reason forbidden = person < 0 ? Reason.NOT_IN_AUDIENCE : forbidden(person);
        if (forbidden != null) {
            skip(claim, forbidden);
            return null;
        }
        Instant until = dispatch.postponing().until(claim).orElse(null);
        if (until == null) {
            dispatch.postponing().postpone(claim);
            return null;
        }
        Decision decision = dispatch.refresh()
                .decision(person, claim.promise(), dispatch.now())
                .orElse(null);
        if (decision == null) {
            skip(claim, Reason.NOT_IN_AUDIENCE);
            return null;
        }
        return rendered(claim, decision, until);
    }

    /** The plan knows it already; asked once more, since it costs nothing and a plan may be older than an opt-out. */
    private @Nullable Reason forbidden(int person) {
        Standing standing = dispatch.material().audience().standing(person);
        return standing == Standing.MAY_BE_MAILED ? null : Reason.valueOf(standing.name());
    }

    private @Nullable Ready rendered(Claim claim, Decision decision, Instant until) throws IOException {
        Rendered rendered = dispatch.rendered(decision);
        if (rendered instanceof Rendered.Ready ready) {
            return new Ready(claim, ready.mail(), until, dispatch.refresh().news(decision, claim.promise()));
        }
        if (rendered instanceof Rendered.Held held) {
            hold(claim, held);
        }
        return null;
    }

    void skip(Claim claim, Reason reason) {
        dispatch.write(new Entry.Skipped(claim, reason), "skipped", reason.word());
        dispatch.results().drop(claim);
    }

    private void hold(Claim claim, Rendered.Held held) throws IOException {
        Finding first = held.findings().get(0);
        String why = first.place() + ": " + first.message();
        dispatch.write(new Entry.Held(claim, why), "held", why);
        dispatch.results().settle(claim, Fate.HELD);
        dispatch.watch().held(first);
    }
}
