package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.personalize.faults.Relay.Stage;
import org.personalize.ledger.Occupied;
import org.personalize.problem.InputProblem;
import org.personalize.run.Selection;
import org.personalize.run.SendOrders;
import org.personalize.run.SendStory;
import org.personalize.run.Sending;
import org.personalize.run.Story;

/** Everybody's mail may have arrived; it goes out again to those only for whom somebody said so, and meant it. */
class DoubtfulAgainTest extends AtARelay {

    private static final int PEOPLE = 20;

    private Shop shop;

    @BeforeEach
    void everybodyIsInDoubt() throws IOException, Occupied {
        shop = Shop.of(folder, relay, PEOPLE);
        relay.misbehaving(
                (stage, visit) -> stage == Stage.AFTER_DOT ? Fault.hangUp("").butTaken() : null);
        assertThat(shop.sendAt(Instant.now()).counts().doubtful()).isEqualTo(PEOPLE);
        relay.misbehaving(Mischief.NONE);
    }

    private SendStory sendAgain(Selection selection, Predicate<Story> question) throws IOException, Occupied {
        Instant now = Instant.now();
        SendOrders usual = Shop.orders(now, "this machine");
        var orders = new SendOrders(
                usual.clock(), usual.nanos(), usual.who(), usual.host(), null, log(), true, null, question);
        return Sending.run(shop.request(now), selection, orders);
    }

    private Path log() {
        return folder.resolve("send.log");
    }

    private long mailedTwice() {
        return relay.accepted().values().stream().filter(times -> times > 1).count();
    }

    @Test
    void theAnswerNoLeavesThemInDoubt() throws IOException, Occupied {
        var asked = new java.util.ArrayList<String>();
        sendAgain(Selection.EVERYBODY, story -> !asked.addAll(story.counts().warnings()));
        assertThat(asked).contains("Up to 20 mails that may have arrived would be sent again, as asked.");
        assertThat(shop.counts().doubtful()).isEqualTo(PEOPLE);
        shop.sendAt(Instant.now());
        assertThat(mailedTwice()).isZero();
    }

    @Test
    void onlyThoseWhoAreNamedAreMailedAgain() throws IOException, Occupied {
        SendStory story = sendAgain(new Selection(Integer.MAX_VALUE, List.of("c1", "c2")), any -> true);
        assertThat(story.counts().doubtful()).isEqualTo(PEOPLE - 2);
        shop.sendAt(Instant.now());
        assertThat(relay.accepted()).containsEntry(Shop.address(1), 2).containsEntry(Shop.address(2), 2);
        assertThat(mailedTwice()).isEqualTo(2);
        assertThat(Files.readAllLines(log()).stream().filter(line -> line.contains("\"event\":\"due_again\"")))
                .hasSize(2)
                .allMatch(line -> line.contains("\"answer\":\"it may have arrived, and is sent again as asked\""));
    }

    @Test
    void noMoreThanTheLimitAreMailedAgain() throws IOException, Occupied {
        sendAgain(new Selection(3, List.of()), any -> true);
        shop.sendAt(Instant.now());
        assertThat(mailedTwice()).isEqualTo(3);
        assertThat(shop.counts().doubtful()).isEqualTo(PEOPLE - 3);
    }

    @Test
    void aTripwireLeavesThemInDoubt() throws IOException {
        shop.with("customers: customers.csv}", "customers: customers.csv, expect: 30..40}");
        assertThatThrownBy(() -> sendAgain(Selection.EVERYBODY, any -> true))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("data.expect");
        assertThat(shop.counts().doubtful()).isEqualTo(PEOPLE);
    }

    @Test
    void whoHasLeftTheAudienceSinceThenIsNotMailedAgain() throws IOException, Occupied {
        shop.with(
                "audience: {consent: opt_in}", "audience: {consent: opt_in, where: \"customer.customer_id != 'c7'\"}");
        sendAgain(Selection.EVERYBODY, any -> true);
        assertThat(mailedTwice()).isEqualTo(PEOPLE - 1);
        assertThat(relay.accepted()).containsEntry(Shop.address(7), 1);
    }

    @Test
    void everybodyIsMailedAgainWhenSomebodyAsks() throws IOException, Occupied {
        assertThat(sendAgain(Selection.EVERYBODY, any -> true).counts().accepted())
                .isEqualTo(PEOPLE);
        assertThat(mailedTwice()).isEqualTo(PEOPLE);
    }
}
