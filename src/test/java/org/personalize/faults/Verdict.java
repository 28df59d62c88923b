package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.personalize.ledger.Row;
import org.personalize.ledger.State;
import org.personalize.plan.Counts;

/** What must hold after every scenario, whatever went wrong in it. */
final class Verdict {

    private final Relay relay;
    private final Counts counts;
    private final Map<String, Row> rows;
    private final String story;

    private Verdict(Relay relay, Counts counts, Map<String, Row> rows, String story) {
        this.relay = relay;
        this.counts = counts;
        this.rows = rows;
        this.story = story;
    }

    /**
     * Nobody twice; whom the ledger calls accepted has the mail; whoever has it is accepted or doubtful; everyone is in
     * exactly one state, and nobody is still in a sender's hands.
     *
     * @param story what happened, with its seed; said when something does not hold
     */
    static Verdict on(Shop shop, Relay relay, String story) throws IOException, InterruptedException {
        relay.awaitQuiet();
        var verdict = new Verdict(relay, shop.counts(), shop.rows(), story);
        verdict.check();
        return verdict;
    }

    private void check() {
        List<String> wrong = new ArrayList<>();
        relay.accepted().forEach((mailbox, times) -> {
            State state = rows.containsKey(mailbox) ? rows.get(mailbox).state() : null;
            if (times > 1) {
                wrong.add(mailbox + " was mailed " + times + " times and is " + state);
            }
            if (state != State.ACCEPTED && state != State.DOUBTFUL) {
                wrong.add(mailbox + " was mailed and is " + state);
            }
        });
        rows.forEach((mailbox, row) -> {
            if (row.state() == State.ACCEPTED && !relay.accepted().containsKey(mailbox)) {
                wrong.add(mailbox + " is accepted and was never mailed");
            }
            if (row.state() == State.CLAIMED || row.state() == State.FINISHING) {
                wrong.add(mailbox + " is still " + row.state());
            }
        });
        assertThat(wrong).as(story).isEmpty();
        assertThat(rows.values().stream().filter(row -> row.state() == State.DOUBTFUL))
                .as(story)
                .hasSize((int) counts.doubtful());
        assertThat(counts.doubtful()).as(story + ": doubtful").isGreaterThanOrEqualTo(relay.lostAnswers());
    }

    /** No more are doubtful than the contract allows. */
    Verdict afterCrashes(int crashes, int connections) {
        assertThat(counts.doubtful())
                .as("%s: doubtful, %d answers lost, %d cuts", story, relay.lostAnswers(), relay.cutsInBody())
                .isLessThanOrEqualTo((long) crashes * connections + relay.lostAnswers() + relay.cutsInBody());
        return this;
    }

    /** Everybody has a final outcome. */
    Verdict isComplete() {
        assertThat(counts.waiting() + counts.due() + counts.deferred() + counts.held())
                .as(story + ": still open in " + counts)
                .isZero();
        assertThat(counts.accepted() + counts.refused() + counts.doubtful() + counts.expired())
                .as(story)
                .isEqualTo(counts.planned());
        return this;
    }

    /** As where nothing went wrong. */
    Verdict isFlawless() {
        isComplete();
        assertThat(counts.accepted()).as(story + ": accepted of " + counts).isEqualTo(counts.planned());
        assertThat(relay.accepted()).as(story).hasSize((int) counts.planned());
        return this;
    }

    Counts counts() {
        return counts;
    }

    Row row(String mailbox) {
        return rows.get(mailbox);
    }
}
