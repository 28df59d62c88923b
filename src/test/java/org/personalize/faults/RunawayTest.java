package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.personalize.ledger.Brake;
import org.personalize.ledger.Occupied;
import org.personalize.ledger.Standings;
import org.personalize.plan.Fate;
import org.personalize.run.SendStory;
import org.personalize.run.SendStory.End;
import org.personalize.run.Standing;

/** Mails that would be made for ever, or would never be large enough, for some people only. */
class RunawayTest extends AtARelay {

    /** So many that the campaign as a whole looks sound before it begins. */
    private static final int PEOPLE = 3_000;

    private Shop shop;

    @BeforeEach
    void open() throws IOException {
        shop = Shop.of(folder, relay, PEOPLE);
        shop.change("mail.ftlh", "<p>Hello", """
                <#if customer.first_name == 'Loop'><#list 1.. as n>and on and on and on and on and on</#list></#if>
                <p>Hello""");
    }

    /** Spread evenly, from the second on. */
    private void loop(int people) throws IOException {
        var rows = new StringBuilder("customer_id,email,first_name,opt_in\n");
        int step = PEOPLE / people;
        for (int person = 0; person < PEOPLE; person++) {
            String name = person % step == 1 ? "Loop" : "Ann";
            rows.append("c%d,%s,%s,yes\n".formatted(person, Shop.address(person), name));
        }
        shop.write("customers.csv", rows.toString());
    }

    @Test
    void aFewAreHeldOneByOne() throws IOException, Occupied {
        loop(5);
        SendStory story = shop.sendAt(Instant.now());
        assertThat(story.end()).isEqualTo(End.DONE);
        assertThat(story.results().of(Fate.HELD)).isEqualTo(5);
        assertThat(relay.accepted()).hasSize(PEOPLE - 5);
    }

    @Test
    void afterTwentyTheRestIsHeldUntilSomebodyHasLooked() throws IOException, Occupied {
        loop(100);
        SendStory story = shop.sendAt(Instant.now());
        assertThat(story.end()).isEqualTo(End.STOPPED);
        assertThat(story.why()).contains("for 20 people").contains("mail.ftlh:").contains("loop without an end");
        assertThat(story.results().of(Fate.HELD)).isBetween(20L, 24L);
        Standings held = Standing.of(shop.request(Instant.now()));
        assertThat(held.brake()).isEqualTo(Brake.STOPPED);
        assertThat(held.accepted() + held.held()).isEqualTo(PEOPLE);
    }
}
