package org.personalize.history;

import java.util.BitSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Audience;
import org.personalize.catalog.Price;
import org.personalize.csv.Table.Row;
import org.personalize.csv.Table.RowReader;
import org.personalize.csv.TimeText;
import org.personalize.history.Signals.Meaning;
import org.personalize.problem.Problem;

/** Understands the rows of the event files one by one: whose they are, what happened, when, and whether it counts. */
final class EventRows implements RowReader {

    private static final long DAY_SECONDS = 86_400;
    private static final int NONE = -1;

    private final EventHeaders headers;
    private final Reading reading;
    private final Audience audience;
    private final Signals signals;
    private final EventFields fields;
    private final MachineSigns machines = new MachineSigns();
    private final EventCounts counts = new EventCounts();
    private final EventColumns columns = new EventColumns();
    private final CampaignNames campaigns = new CampaignNames();
    private final ItemLinks links;
    private final long lastSecond;

    EventRows(EventHeaders headers, Map<String, String> declaredTypes, Reading reading) {
        this.headers = headers;
        this.reading = reading;
        audience = reading.audience();
        signals = new Signals(reading.rules(), reading.zone());
        fields = new EventFields(headers, declaredTypes);
        links = new ItemLinks(reading.catalog());
        lastSecond = Math.min(reading.latest().getEpochSecond(), EventColumns.LAST_SECOND);
    }

    @Override
    public @Nullable String row(Row row) {
        counts.add(Tally.READ);
        String reason = take(row);
        if (reason != null) {
            counts.add(Tally.PUT_ASIDE);
        }
        return reason;
    }

    private @Nullable String take(Row row) {
        String who = headers.cell(row, "customer_id", "email");
        String event = headers.cell(row, "event");
        String when = headers.cell(row, "timestamp");
        if (who == null || event == null || when == null) {
            return "expected a customer_id, an event and a timestamp, found a blank cell";
        }
        Meaning meaning = signals.meaning(event);
        Timestamp timestamp = Timestamp.parse(when, reading.zone());
        int person = personOf(row, who);
        boolean isOptOut = isOptOut(meaning, row);
        if (timestamp == null || timestamp.second() < 0) {
            if (isOptOut && person >= 0) {
                tell(meaning.kind(), person, reading.now().getEpochSecond());
            }
            return "expected " + TimeText.expected() + ", found " + Problem.quote(when)
                    + (isOptOut ? "; the opt-out counts all the same" : "");
        }
        if (person < 0) {
            counts.add(Tally.UNKNOWN_PEOPLE);
            if (isOptOut) {
                counts.add(Tally.OPT_OUTS_OF_UNKNOWN_PEOPLE);
                reading.optOuts().ofUnknown();
            }
            return null;
        }
        if (isOptOut || (meaning.kind() == Kind.SUBSCRIBE && timestamp.second() <= lastSecond)) {
            tell(meaning.kind(), person, timestamp.second());
        }
        int before = columns.size();
        keep(row, event, meaning, person, timestamp);
        if (!isOptOut) {
            passBounce(before);
        }
        return null;
    }

    /** The column may hold an id, one that was merged into another, or an address. */
    private int personOf(Row row, String who) {
        int person = audience.personOf(who);
        if (person < 0 && who.indexOf('@') >= 0) {
            person = audience.personAt(who);
        }
        String email = person < 0 ? headers.cell(row, "email") : null;
        return email == null ? person : audience.personAt(email);
    }

    private boolean isOptOut(Meaning meaning, Row row) {
        return switch (meaning.kind()) {
            case UNSUBSCRIBE, COMPLAINT -> true;
            case BOUNCE -> !meaning.isSoftBounce() && BounceWords.isHard(headers.cell(row, "kind"));
            case SENT, DELIVERED, OPEN, CLICK, VIEW, CART, PURCHASE, RATING, REFUND, SUBSCRIBE, OTHER -> false;
        };
    }

    private void tell(Kind kind, int person, long second) {
        switch (kind) {
            case UNSUBSCRIBE -> reading.optOuts().unsubscribed(person, second);
            case COMPLAINT -> reading.optOuts().complained(person, second);
            case BOUNCE -> reading.optOuts().bouncedHard(person, second);
            case SUBSCRIBE -> reading.optOuts().subscribed(person, second);
            case SENT, DELIVERED, OPEN, CLICK, VIEW, CART, PURCHASE, RATING, REFUND, OTHER -> {}
        }
    }

    private void keep(Row row, String event, Meaning meaning, int person, Timestamp timestamp) {
        fields.lookAt(row);
        Reaction reaction = machines.of(
                meaning.kind(), headers.cell(row, "machine"), headers.cell(row, "kind"), headers.cell(row, "device"));
        keep(
                event,
                meaning,
                person,
                timestamp,
                new Details(
                        headers.cell(row, "item_id"),
                        headers.cell(row, "value"),
                        headers.cell(row, "campaign", "campaign_id"),
                        headers.cell(row, "order_id"),
                        reaction));
    }

    /** What belongs to an event, as it is written. */
    private record Details(
            @Nullable String item,
            @Nullable String value,
            @Nullable String campaign,
            @Nullable String order,
            Reaction reaction) {}

    /** What another account tells. Nobody is opted out by it: whoever gives it has seen to that. */
    void take(Happening happening) {
        counts.add(Tally.READ);
        counts.add(Tally.FROM_THE_LEDGER);
        int person = audience.personOf(happening.customer());
        person = person < 0 && !happening.mailbox().isEmpty() ? audience.personAt(happening.mailbox()) : person;
        if (person < 0) {
            counts.add(Tally.UNKNOWN_PEOPLE);
            return;
        }
        fields.lookAt(happening);
        boolean isMidnight = happening.second() % DAY_SECONDS == 0 && !happening.isOwnMail();
        int before = columns.size();
        keep(
                happening.event(),
                signals.meaning(happening.event()),
                person,
                new Timestamp(happening.second(), true, isMidnight),
                new Details(
                        orNull(happening.item()),
                        orNull(happening.value()),
                        orNull(happening.campaign()),
                        orNull(happening.order()),
                        happening.reaction()));
        if (columns.size() > before) {
            columns.further.set(before);
            columns.ownMails.set(before, happening.isOwnMail());
        }
        if (!BounceWords.isHard(orNull(happening.kind()))) {
            passBounce(before);
        }
    }

    /** What was added last, if it is a bounce, is a passing one. */
    private void passBounce(int before) {
        if (columns.size() > before && Mark.kind(columns.marks.get(before)) == Kind.BOUNCE) {
            columns.marks.set(before, Mark.passing(columns.marks.get(before)));
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private void keep(String event, Meaning meaning, int person, Timestamp timestamp, Details details) {
        if (meaning.kind() == Kind.OTHER && meaning.rule() == null) {
            counts.unknownEvent(event);
            return;
        }
        if (timestamp.second() > lastSecond) {
            counts.add(Tally.IN_THE_FUTURE);
            return;
        }
        counts.add(Tally.KEPT);
        if (!timestamp.hasOffset()) {
            counts.add(Tally.WITHOUT_OFFSET);
        }
        double value = value(details.value());
        int weight = signals.weight(meaning, fields.scope(), counts);
        boolean isCorrection = meaning.kind() == Kind.PURCHASE && value < 0;
        Kind kind = isCorrection ? Kind.REFUND : meaning.kind();
        int campaign = campaigns.number(details.campaign());
        int mark = Mark.of(kind, kind == Kind.REFUND ? 0 : weight, campaign, timestamp.isMidnight());
        Reaction reaction = kind == meaning.kind() ? details.reaction() : Reaction.HUMAN;
        String order = details.order();
        columns.add(
                person,
                item(details.item()),
                timestamp.second(),
                Mark.withReaction(mark, reaction),
                value,
                order == null ? 0 : EventColumns.basketOf(order));
    }

    private int item(@Nullable String id) {
        int item = id == null ? NONE : reading.catalog().itemOf(id);
        if (id != null && item < 0) {
            item = ItemLinks.isLink(id) ? links.itemOf(id) : NONE;
            if (!ItemLinks.isLink(id)) {
                counts.add(Tally.UNKNOWN_ITEMS);
            }
        }
        return item;
    }

    private double value(@Nullable String cell) {
        Price amount = cell == null ? null : Price.parse(cell);
        if (cell != null && amount == null) {
            counts.add(Tally.UNREADABLE_VALUES);
        }
        return amount == null ? Double.NaN : amount.amount();
    }

    boolean isEmpty() {
        return counts.of(Tally.READ) == 0;
    }

    History history() {
        columns.sort();
        new RatingScale(columns, signals.ratingWeight()).settle();
        new ClockSense(columns).settle();
        PersonIndex people = withoutRepeats(new PersonIndex(audience.size(), columns.persons));
        MachineTiming.settle(columns, people, campaigns.names().size());
        counts.count(columns);
        new Baskets(columns, audience).settle(people);
        new Refunds(columns, counts).settle(people);
        return new EventLog(
                columns, signals.weights(), campaigns.names(), counts.all(), counts.notes(reading.zone()), people);
    }

    private PersonIndex withoutRepeats(PersonIndex people) {
        BitSet repeats = Repeats.in(columns, people);
        repeats.or(OwnMails.toldAgain(columns, people));
        if (repeats.isEmpty()) {
            return people;
        }
        counts.repeated(repeats.cardinality());
        columns.remove(repeats);
        return new PersonIndex(audience.size(), columns.persons);
    }
}
