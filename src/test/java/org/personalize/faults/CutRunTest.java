package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.personalize.ledger.Occupied;
import org.personalize.run.Selection;
import org.personalize.run.SendStory.End;
import org.personalize.run.Sending;

/** A run that is to send to some only, of those who are due. */
class CutRunTest extends AtARelay {

    private static final int PEOPLE = 6;

    @Test
    void aRunThatWasCutSaysHowManyAreStillDue() throws IOException, InterruptedException {
        Shop shop = Shop.of(folder, relay, PEOPLE);
        assertThat(Child.start(shop, "plan", shop.campaign).end()).isZero();
        Child child = Child.start(shop, "send", shop.campaign, "--yes", "--limit", "2");
        assertThat(child.end()).as(child.err()).isZero();
        assertThat(child.out())
                .contains("Cut by --limit or --only: 4 still due; a run without them goes on.")
                .doesNotContain("Nothing more is due.");
        assertThat(relay.accepted()).hasSize(2);
    }

    @Test
    void aFirstRunThatWasCutSaysHowManyItDidNotLookAt() throws IOException, InterruptedException {
        Shop shop = Shop.of(folder, relay, PEOPLE);
        Child child = Child.start(shop, "send", shop.campaign, "--yes", "--limit", "2");
        assertThat(child.end()).as(child.err()).isZero();
        assertThat(child.out())
                .contains("Cut by --limit or --only: 0 still due, and 4 not selected; a run without them goes on.")
                .doesNotContain("Nothing more is due.");
    }

    @Test
    void aRunForSomeIsCutUntilNobodyElseIsDue() throws IOException, Occupied {
        Shop shop = Shop.of(folder, relay, PEOPLE);
        Instant now = Instant.now();
        var orders = Shop.orders(now, "here");
        var first = new Selection(1, List.of());
        var one = new Selection(Integer.MAX_VALUE, List.of("c5"));
        assertThat(Sending.run(shop.request(now), first, orders).end()).isEqualTo(End.CUT);
        assertThat(Sending.run(shop.request(now), one, orders).end()).isEqualTo(End.CUT);
        assertThat(shop.sendAt(now).end()).isEqualTo(End.DONE);
        assertThat(Sending.run(shop.request(now), one, orders).end()).isEqualTo(End.DONE);
        assertThat(relay.accepted()).hasSize(PEOPLE);
    }
}
