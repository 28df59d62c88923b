package org.personalize.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCatalog;

class MessagesTest {

    private final SmallAudience people = SmallAudience.of("ann", "bob", "kim");
    private final Log log = new Log(people, SmallCatalog.of("tent", "rope"));

    /** Each message as {@code person campaign delivery → reaction weight}. */
    private List<String> messages(String... lines) {
        return told(log.of(lines));
    }

    private List<String> told(History history) {
        Messages messages = Messages.of(people, history);
        var told = new ArrayList<String>();
        for (int person = 0; person < people.size(); person++) {
            for (int m = messages.from(person); m < messages.to(person); m++) {
                assertThat(messages.person(m)).isEqualTo(person);
                told.add(person + " " + messages.campaign(m) + " " + clock(messages.second(m)) + " → "
                        + (messages.hasReaction(m) ? clock(messages.reactionSecond(m)) : "nothing") + " "
                        + messages.weight(m));
            }
        }
        return told;
    }

    private static String clock(long second) {
        return Instant.ofEpochSecond(second).toString().substring(8, 19);
    }

    @Test
    void aReactionBelongsToTheCampaignItNames() {
        assertThat(messages(
                        "ann;sent;2026-01-01T09:00:00Z;;;;spring;",
                        "ann;sent;2026-01-01T12:00:00Z;;;;summer;",
                        "ann;click;2026-01-01T13:00:00Z;;;;spring;",
                        "ann;click;2026-01-01T14:00:00Z;;;;autumn;",
                        "bob;sent;2026-01-01T09:00:00Z;;;;spring;"))
                .containsExactly(
                        "0 1 01T09:00:00 → 01T13:00:00 1.0",
                        "0 2 01T12:00:00 → nothing 0.0",
                        "1 1 01T09:00:00 → nothing 0.0");
    }

    @Test
    void aReactionWithoutCampaignBelongsToTheNearestMailBeforeIt() {
        assertThat(messages(
                        "ann;sent;2026-01-01T09:00:00Z;;;;spring;",
                        "ann;sent;2026-01-01T12:00:00Z;;;;summer;",
                        "ann;purchase;2026-01-01T13:00:00Z;tent;9;o1;;",
                        "bob;sent;2026-01-01T09:00:00Z;;;;spring;",
                        "bob;purchase;2026-01-03T09:00:01Z;tent;9;o2;;"))
                .containsExactly(
                        "0 1 01T09:00:00 → nothing 0.0",
                        "0 2 01T12:00:00 → 01T13:00:00 1.0",
                        "1 1 01T09:00:00 → nothing 0.0");
    }

    @Test
    void aMailThatGoesOutEveryWeekIsAMessageEveryWeek() {
        assertThat(messages(
                        "ann;sent;2026-01-01T09:00:00Z;;;;news;",
                        "ann;sent;2026-01-08T09:00:00Z;;;;news;",
                        "ann;click;2026-01-08T10:00:00Z;;;;news;"))
                .containsExactly("0 1 01T09:00:00 → nothing 0.0", "0 1 08T09:00:00 → 08T10:00:00 1.0");
    }

    @Test
    void aDeliveryIsTheSameMailAsItsSending() {
        assertThat(messages(
                        "ann;sent;2026-01-01T09:00:00Z;;;;spring;",
                        "ann;sent;2026-01-01T09:30:00Z;;;;summer;",
                        "ann;delivered;2026-01-01T11:00:00Z;;;;spring;",
                        "bob;delivered;2026-01-01T11:00:00Z;;;;spring;",
                        "kim;sent;2026-01-01T09:00:00Z;;;;spring;",
                        "kim;click;2026-01-01T09:20:00Z;;;;spring;",
                        "kim;delivered;2026-01-01T11:00:00Z;;;;spring;"))
                .containsExactly(
                        "0 2 01T09:30:00 → nothing 0.0",
                        "0 1 01T11:00:00 → nothing 0.0",
                        "1 1 01T11:00:00 → nothing 0.0",
                        "2 1 01T09:00:00 → 01T09:20:00 1.0");
    }

    @Test
    void aMailThatBouncedNeverLayThere() {
        assertThat(messages(
                        "ann;sent;2026-01-01T09:00:00Z;;;;spring;",
                        "ann;sent;2026-01-02T09:00:00Z;;;;summer;",
                        "ann;bounce;2026-01-02T10:00:00Z;;;;spring;soft"))
                .containsExactly("0 2 02T09:00:00 → nothing 0.0");
    }

    @Test
    void theFirstHumanReactionCountsAndAsMuchAsTheVisitThatItOpened() {
        log.header("customer_id;event;timestamp;campaign;machine");
        assertThat(messages(
                        "ann;sent;2026-01-01T09:00:00Z;spring;",
                        "ann;open;2026-01-01T11:00:00Z;spring;no",
                        "ann;click;2026-01-02T11:00:00Z;spring;",
                        "bob;sent;2026-01-01T09:00:00Z;spring;",
                        "bob;open;2026-01-01T11:00:00Z;spring;no",
                        "bob;click;2026-01-01T11:10:00Z;spring;",
                        "kim;sent;2026-01-01T09:00:00Z;spring;",
                        "kim;open;2026-01-01T11:00:00Z;spring;unknown",
                        "kim;open;2026-01-01T12:00:00Z;spring;no"))
                .containsExactly(
                        "0 1 01T09:00:00 → 01T11:00:00 0.5",
                        "1 1 01T09:00:00 → 01T11:00:00 1.0",
                        "2 1 01T09:00:00 → 01T12:00:00 0.5");
    }

    @Test
    void machinesReactToNothingAndUnknownReadersALittle() {
        log.header("customer_id;event;timestamp;campaign;machine");
        String[] lines = {
            "ann;sent;2026-01-01T09:00:00Z;spring;",
            "ann;open;2026-01-01T11:00:00Z;spring;yes",
            "bob;sent;2026-01-01T09:00:00Z;spring;",
            "bob;open;2026-01-01T11:00:00Z;spring;"
        };
        History history = log.of(lines);
        assertThat(told(history))
                .containsExactly("0 1 01T09:00:00 → nothing 0.0", "1 1 01T09:00:00 → 01T11:00:00 " + (double) 0.2f);
        assertThat(told(history.countingMachines()))
                .containsExactly("0 1 01T09:00:00 → 01T11:00:00 0.5", "1 1 01T09:00:00 → 01T11:00:00 0.5");
    }

    @Test
    void mailsWithoutAnHourAreNoMessages() {
        assertThat(messages("ann;sent;2026-01-01T00:00:00Z;;;;spring;", "ann;click;2026-01-01T10:00:00Z;;;;spring;"))
                .isEmpty();
    }

    @Test
    void whoeverRefusesHasNoMessages() {
        people.withoutTracking(0).withoutPersonalization(1);
        assertThat(messages(
                        "ann;sent;2026-01-01T09:00:00Z;;;;spring;",
                        "bob;sent;2026-01-01T09:00:00Z;;;;spring;",
                        "kim;sent;2026-01-01T09:00:00Z;;;;spring;"))
                .containsExactly("2 1 01T09:00:00 → nothing 0.0");
    }

    @Test
    void everyReactionComesWithinTwoDaysOfItsMail() {
        for (long seed = 1; seed <= 100; seed++) {
            var random = new Random(seed);
            var diary = new Diary();
            Kind[] kinds = {Kind.SENT, Kind.DELIVERED, Kind.OPEN, Kind.CLICK, Kind.PURCHASE, Kind.BOUNCE};
            int sent = 0;
            for (int i = 0; i < 200; i++) {
                Kind kind = kinds[random.nextInt(kinds.length)];
                sent += kind == Kind.SENT || kind == Kind.DELIVERED ? 1 : 0;
                String campaign = random.nextInt(3) == 0 ? null : "c" + random.nextInt(4);
                diary.add(random.nextInt(3), kind, -1, 1_700_000_000L + random.nextInt(1_000_000), campaign);
            }
            Messages messages = Messages.of(people, diary.of(3));
            assertThat(messages.size()).as("seed " + seed).isBetween(1, sent);
            for (int m = 0; m < messages.size(); m++) {
                assertThat(messages.weight(m) > 0).as("seed " + seed).isEqualTo(messages.hasReaction(m));
                if (messages.hasReaction(m)) {
                    assertThat(messages.reactionSecond(m) - messages.second(m))
                            .as("seed " + seed)
                            .isBetween(0L, Messages.WINDOW_SECONDS);
                }
                boolean isFirst = m == messages.from(messages.person(m));
                assertThat(isFirst || messages.second(m - 1) <= messages.second(m))
                        .as("seed " + seed)
                        .isTrue();
            }
        }
    }
}
