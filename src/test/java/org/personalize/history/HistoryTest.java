package org.personalize.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.personalize.problem.Place;
import org.personalize.template.Condition;
import org.personalize.template.Fields;
import org.personalize.template.RenderFailure;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCatalog;

class HistoryTest {

    private final SmallAudience people = SmallAudience.of("ann", "bob").with("kim", "Asia/Tokyo", Map.of());
    private final SmallCatalog items = SmallCatalog.of("tent:camping", "rope:climbing");
    private final Log log = new Log(people, items);

    @Test
    void eventsAreInTheOrderOfTimeAndTiesInTheOrderOfTheFile() {
        History history = log.of(
                "bob;click;2026-01-02T10:00:00Z;tent;;;spring;",
                "ann;purchase;2026-01-01T10:00:00Z;rope;19.99;o1;;",
                "ann;view;2026-01-02T10:00:00Z;tent;;;;");
        assertThat(IntStream.range(0, history.size()).mapToObj(history::kind))
                .containsExactly(Kind.PURCHASE, Kind.CLICK, Kind.VIEW);
        assertThat(history.value(0)).isEqualTo(19.99);
        assertThat(history.value(1)).isNaN();
        assertThat(history.campaign(1)).isEqualTo("spring");
        assertThat(history.campaign(0)).isNull();
        assertThat(history.eventsOf(0)).containsExactly(0, 2);
        assertThat(history.eventsOf(1)).containsExactly(1);
        assertThat(history.eventsOf(2)).isEmpty();
        assertThat(IntStream.range(0, 3).mapToObj(history::weight)).containsExactly(3f, 1f, 0.3f);
    }

    @Test
    void timesWithSlashesAreReadInTheOrderThatIsDeclared() {
        String[] lines = {"ann;click;1/2/2026 10:00 PM;tent;;;;", "ann;click;2026-03-01T10:00:00Z;tent;;;;"};
        assertThat(log.of(lines).size()).isEqualTo(1);
        assertThat(log.wrong)
                .containsExactly(
                        "2: expected a moment such as 2026-03-02T09:00:00+01:00, found \"1/2/2026 10:00 PM\"; types:"
                                + " {timestamp: day/month/year} or month/day/year says what comes first");
        History history = log.types(Map.of("timestamp", "month/day/year")).of(lines);
        assertThat(Instant.ofEpochSecond(history.second(0))).isEqualTo(Instant.parse("2026-01-02T22:00:00Z"));
    }

    @Test
    void theNewestIsWhatSomebodyDidAndNotAMailThatWentOut() {
        History history = log.of(
                "ann;purchase;2026-01-02T10:00:00Z;tent;;;;",
                "bob;delivered;2026-02-01T10:00:00Z;;;;spring;",
                "bob;sent;2026-02-01T10:00:00Z;;;;spring;");
        assertThat(history.newest()).isEqualTo(Instant.parse("2026-01-02T10:00:00Z"));
        assertThat(log.of("bob;sent;2026-02-01T10:00:00Z;;;;spring;").newest()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void everyRowIsAccountedFor() {
        History history = log.of(
                "ann;click;2026-01-02T10:00:00Z;tent;;;;",
                "ann;click;2026-01-02T10:00:00Z;tent;;;;",
                "eve;click;2026-01-02T10:00:00Z;tent;;;;",
                "eve;unsubscribe;2026-01-02T10:00:00Z;;;;;",
                "ann;purchase;2026-01-02T10:00:00Z;kayak;5;;;",
                "ann;click;2026-03-03T09:00:00Z;tent;;;;",
                "ann;click;2026-03-03T09:00:01Z;tent;;;;",
                "ann;waved;2026-01-02T10:00:00Z;;;;;",
                "ann;click;yesterday;tent;;;;",
                "ann;click;1969-12-31T23:59:59Z;tent;;;;",
                "ann;;2026-01-02T10:00:00Z;tent;;;;",
                "ann;click;2026-01-02 10:00;tent;a lot;;;");
        assertThat(history.counts())
                .containsExactly(
                        entry("read", 12L),
                        entry("kept", 3L),
                        entry("unknown_people", 2L),
                        entry("unknown_events", 1L),
                        entry("in_the_future", 1L),
                        entry("put_aside", 3L),
                        entry("repeated", 2L),
                        entry("opt_outs_of_unknown_people", 1L),
                        entry("unknown_items", 1L),
                        entry("without_offset", 1L),
                        entry("unreadable_values", 1L));
        assertThat(log.told).containsExactly("of somebody unknown");
        assertThat(log.wrong)
                .containsExactly(
                        "10: expected a moment such as 2026-03-02T09:00:00+01:00, found \"yesterday\"",
                        "11: expected a moment such as 2026-03-02T09:00:00+01:00, found \"1969-12-31T23:59:59Z\"",
                        "12: expected a customer_id, an event and a timestamp, found a blank cell");
        assertThat(history.notes())
                .containsExactly(
                        "1 timestamp of an event carries no offset; it is read as a time in UTC.",
                        "1 event has a name without a weight under signals and is not used: \"waved\".",
                        "1 event lies in the future and is not used.");
    }

    @Test
    void aPersonIsFoundByIdOrAddress() {
        History history = log.header("customer_id;event;timestamp;email")
                .of(
                        "bob;click;2026-01-02T10:00:00Z;",
                        "bob@example.org;click;2026-01-02T11:00:00Z;",
                        ";click;2026-01-02T12:00:00Z;bob@example.org",
                        "crm-17;click;2026-01-02T13:00:00Z;bob@example.org");
        assertThat(history.eventsOf(1)).hasSize(4);
    }

    @Test
    void optOutsAreToldWhateverTheirClockSays() {
        History history = log.of(
                "ann;unsubscribe;2026-01-02T10:00:00Z;;;;;",
                "ann;unsubscribe;2031-01-02T10:00:00Z;;;;;",
                "ann;subscribe;2026-01-03T10:00:00Z;;;;;",
                "ann;subscribe;2031-01-03T10:00:00Z;;;;;",
                "bob;bounce;2026-01-02T10:00:00Z;;;;;",
                "bob;bounce;2026-01-02T10:00:00Z;;;;;soft",
                "bob;bounce;2026-01-02T10:00:00Z;;;;;550 5.1.1 <bob>: unknown",
                "bob;bounce;2026-01-02T10:00:00Z;;;;;5.2.2",
                "bob;soft_bounce;2026-01-02T10:00:00Z;;;;;",
                "kim;Spam Report;2026-01-02T10:00:00Z;;;;;",
                "kim;unsubscribe;long ago;;;;;");
        assertThat(log.told)
                .containsExactly(
                        "0 unsubscribed 2026-01-02T10:00:00Z",
                        "0 unsubscribed 2031-01-02T10:00:00Z",
                        "0 subscribed 2026-01-03T10:00:00Z",
                        "1 bounced 2026-01-02T10:00:00Z",
                        "1 bounced 2026-01-02T10:00:00Z",
                        "2 complained 2026-01-02T10:00:00Z",
                        "2 unsubscribed 2026-03-02T09:00:00Z");
        assertThat(log.wrong).singleElement().asString().endsWith("the opt-out counts all the same");
        assertThat(history.counts()).containsEntry("in_the_future", 2L);
    }

    @Test
    void aPartOfAHistoryKnowsEachEventAsTheWholeDoes() {
        History whole = log.of(
                "bob;soft_bounce;2026-01-02T10:00:00Z;;;;;",
                "bob;bounce;2026-01-03T10:00:00Z;;;;;",
                "bob;purchase;2026-01-04T10:00:00Z;tent;20;;;",
                "bob;refund;2026-01-05T10:00:00Z;tent;20;;;",
                "bob;open;2026-01-06T10:00:00Z;;;;;bot");
        var part = new PartOfHistory(whole) {
            @Override
            public int size() {
                return whole.size() - 1;
            }

            @Override
            public int[] eventsOf(int person) {
                return Arrays.copyOf(whole.eventsOf(person), size());
            }
        };
        assertThat(IntStream.range(0, part.size()).mapToObj(event -> known(part, event)))
                .containsExactlyElementsOf(IntStream.range(0, part.size())
                        .mapToObj(event -> known(whole, event))
                        .toList());
        assertThat(part.isSoftBounce(0)).isTrue();
        assertThat(part.isSoftBounce(1)).isFalse();
        assertThat(part.isTakenBack(2)).isTrue();
    }

    private static List<Object> known(History history, int event) {
        return Arrays.asList(
                history.person(event),
                history.item(event),
                history.kind(event),
                history.second(event),
                history.value(event),
                history.weight(event),
                history.reaction(event),
                history.campaign(event),
                history.campaignNumber(event),
                history.basket(event),
                history.isTakenBack(event),
                history.isSoftBounce(event),
                history.hasHour(event));
    }

    @Test
    void aGoodRatingCountsFromSeventyPercentOfTheScale() {
        History history = log.of(
                "ann;rating;2026-01-01T10:00:00Z;tent;7;;;",
                "ann;rating;2026-01-02T10:00:00Z;tent;6.9;;;",
                "bob;rating;2026-01-03T10:00:00Z;tent;9;;;",
                "bob;rating;2026-01-04T10:00:00Z;tent;;;;");
        assertThat(IntStream.range(0, 4).mapToObj(history::weight)).containsExactly(2f, 0f, 2f, 0f);
    }

    @Test
    void aConditionDecidesWhereTheCampaignHasOne() {
        log.rules(new SignalRule("rating", 5, new AtLeastFour()), new SignalRule("waved", 0.5f, null));
        History history = log.of(
                "ann;rating;2026-01-01T10:00:00Z;tent;4;;;",
                "ann;rating;2026-01-02T10:00:00Z;tent;3;;;",
                "ann;rating;2026-01-03T10:00:00Z;tent;;;;",
                "ann;rating;2026-01-04T10:00:00Z;tent;13;;;",
                "ann;waved;2026-01-05T10:00:00Z;tent;;;;",
                "ann;purchase;2026-01-06T10:00:00Z;tent;;;;");
        assertThat(IntStream.range(0, 6).mapToObj(history::weight)).containsExactly(5f, 0f, 0f, 0f, 0.5f, 0f);
        assertThat(history.kind(4)).isEqualTo(Kind.OTHER);
        assertThat(history.counts()).containsEntry("signal_values_missing", 1L).containsEntry("signal_failures", 1L);
        assertThat(history.notes()).containsExactly("1 event could not be weighed; the first: signals.rating: unlucky");
    }

    @Test
    void aRefundTakesThePurchaseBack() {
        History history = log.of(
                "ann;purchase;2026-01-01T10:00:00Z;tent;100;o1;;",
                "ann;purchase;2026-01-02T10:00:00Z;tent;100;o2;;",
                "ann;purchase;2026-01-02T10:00:00Z;rope;20;o2;;",
                "ann;refund;2026-01-03T10:00:00Z;tent;-100;r1;;",
                "ann;refund;2026-01-04T10:00:00Z;rope;-5;r2;;",
                "bob;refund;2026-01-05T10:00:00Z;tent;-100;r3;;",
                "bob;purchase;2026-01-06T10:00:00Z;rope;30;o4;;",
                "bob;purchase;2026-01-06T10:00:00Z;tent;70;o4;;",
                "bob;refund;2026-01-07T10:00:00Z;;;o4;;");
        assertThat(IntStream.range(0, 3).mapToObj(history::isTakenBack)).containsExactly(false, true, false);
        assertThat(IntStream.range(0, 3).mapToObj(history::weight)).containsExactly(3f, 0f, 3f);
        assertThat(history.value(2)).isEqualTo(15);
        assertThat(history.counts()).containsEntry("unmatched_refunds", 1L);
        var ann = new Profiles(people, items, history, Log.NOW, Forecasts.NONE).of(0);
        assertThat(ann.field("spend")).isEqualTo(115.0);
        assertThat(ann.field("orders")).isEqualTo(2L);
    }

    @Test
    void aRefundThatNamesItsOrderTakesBackThatOrder() {
        History history = log.of(
                "ann;purchase;2026-01-01T10:00:00Z;tent;100;o1;;",
                "ann;purchase;2026-01-02T10:00:00Z;tent;100;o2;;",
                "ann;refund;2026-01-03T10:00:00Z;tent;100;o1;;",
                "ann;refund;2026-01-04T10:00:00Z;tent;100;o1;;",
                "bob;purchase;2026-01-06T10:00:00Z;rope;30;o4;;",
                "bob;purchase;2026-01-06T10:00:00Z;tent;70;o4;;",
                "bob;purchase;2026-01-06T10:00:00Z;gift;;o4;;",
                "bob;refund;2026-01-07T10:00:00Z;;;o4;;");
        assertThat(IntStream.of(0, 1, 4, 5, 6).mapToObj(history::isTakenBack))
                .containsExactly(true, false, true, true, true);
        assertThat(history.counts()).containsEntry("unmatched_refunds", 1L);
    }

    @Test
    void whatWasRefundedSoFarIsNotAddedUp() {
        History history = log.of(
                "ann;purchase;2026-01-01T10:00:00Z;tent;100;o1;;",
                "ann;refund;2026-01-01T10:00:00Z;;50;o1;;",
                "ann;refund;2026-01-01T10:00:00Z;;30;o1;;",
                "ann;refund;2026-01-01T10:00:00Z;;60;o1;;",
                "ann;refund;2026-01-05T10:00:00Z;;10;o1;;");
        assertThat(history.value(0)).isEqualTo(30);
    }

    @Test
    void aNegativePurchaseIsARefund() {
        History history = log.of(
                "ann;purchase;2026-01-01T10:00:00Z;tent;100;o1;;", "ann;purchase;2026-01-02T10:00:00Z;tent;-100;o2;;");
        assertThat(history.kind(1)).isEqualTo(Kind.REFUND);
        assertThat(history.isTakenBack(0)).isTrue();
    }

    @Test
    void aBasketIsTheOrderElseTheLocalDay() {
        History history = log.of(
                "kim;purchase;2026-01-01T14:00:00Z;tent;1;;;",
                "kim;purchase;2026-01-01T16:00:00Z;tent;1;;;",
                "kim;purchase;2026-01-02T10:00:00Z;tent;1;;;",
                "kim;purchase;2026-01-03T10:00:00Z;tent;1;o1;;",
                "kim;purchase;2026-01-04T10:00:00Z;tent;1;o1;;");
        assertThat(history.basket(0)).isNotEqualTo(history.basket(1));
        assertThat(history.basket(1)).isEqualTo(history.basket(2));
        assertThat(history.basket(3)).isEqualTo(history.basket(4)).isNotEqualTo(history.basket(2));
    }

    @Test
    void aLogThatKnowsOnlyDaysHasNoHours() {
        History history = log.of(
                "ann;sent;2026-01-01T00:00:00Z;;;;;",
                "bob;sent;2026-01-02T00:00:00Z;;;;;",
                "ann;click;2026-01-02T00:00:00Z;;;;;",
                "ann;click;2026-01-02T10:00:00Z;;;;;",
                "ann;click;2026-01-02T11:00:00Z;;;;;");
        assertThat(IntStream.range(0, 5).mapToObj(history::hasHour)).containsExactly(false, false, true, true, true);
    }

    @Test
    void theFirstAndTheLastYearsKeepTheirOrder() {
        History history = log.now(Instant.parse("2105-01-01T00:00:00Z"))
                .of(
                        "ann;click;2100-01-01T10:00:00Z;tent;;;;",
                        "ann;click;1970-01-01T00:00:01Z;tent;;;;",
                        "ann;click;2040-01-01T10:00:00Z;tent;;;;");
        assertThat(IntStream.range(0, 3)
                        .mapToObj(i -> Instant.ofEpochSecond(history.second(i)).toString()))
                .containsExactly("1970-01-01T00:00:01Z", "2040-01-01T10:00:00Z", "2100-01-01T10:00:00Z");
    }

    @Test
    void manyEventsCrossThePiecesOfTheirColumns() {
        var lines = new String[150_000];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = (i % 2 == 0 ? "ann" : "bob") + ";click;"
                    + Instant.ofEpochSecond(1_700_000_000L + (i * 7919L) % 1_000_003) + ";tent;" + i + ";;;";
        }
        History history = log.of(lines);
        assertThat(history.size()).isEqualTo(lines.length);
        assertThat(history.eventsOf(0)).hasSize(75_000);
        for (int i = 0; i < history.size(); i++) {
            int line = (int) history.value(i);
            assertThat(history.second(i)).isEqualTo(1_700_000_000L + (line * 7919L) % 1_000_003);
            assertThat(history.person(i)).isEqualTo(line % 2);
        }
    }

    /** Yes from four stars, and no answer at all to thirteen. */
    private static final class AtLeastFour implements Condition {
        @Override
        public Answer ask(Fields scope, java.time.ZoneId zone) throws RenderFailure {
            Object value = ((Fields) java.util.Objects.requireNonNull(scope.field("event"))).field("value");
            if (value == null) {
                return Answer.MISSING;
            }
            if ((double) value == 13) {
                throw new RenderFailure(RenderFailure.Kind.OTHER, Place.NOWHERE, "event.value", "unlucky");
            }
            return (double) value >= 4 ? Answer.YES : Answer.NO;
        }

        @Override
        public java.util.Set<String> references() {
            return java.util.Set.of("event.value");
        }

        @Override
        public String source() {
            return "event.value >= 4";
        }
    }
}
