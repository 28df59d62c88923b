package org.personalize.history;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Audience;
import org.personalize.catalog.Price;
import org.personalize.csv.DayOrder;
import org.personalize.csv.Table.Row;
import org.personalize.csv.Table.RowReader;
import org.personalize.csv.TimeText;
import org.personalize.history.Signals.Meaning;
import org.personalize.problem.Problem;

/** Understands the rows of the event files one by one: whose they are, what happened, when, and whether it counts. */
final class EventRows implements RowReader {

    private static final long DAY_SECONDS = 86_400;
    private static final int NONE = -1;

    private final EventCell customer;
    private final EventCell email;
    private final EventCell event;
    private final EventCell timestamp;
    private final EventCell machine;
    private final EventCell kind;
    private final EventCell device;
    private final EventCell item;
    private final EventCell value;
    private final EventCell campaign;
    private final EventCell order;
    private final Reading reading;
    private final Audience audience;
    private final Signals signals;
    private final EventFields fields;
    private final DayOrder days;
    private final MachineSigns machines = new MachineSigns();
    private final EventCounts counts = new EventCounts();
    private final EventColumns columns = new EventColumns();
    private final CampaignNames campaigns = new CampaignNames();
    private final ItemLinks links;
    private final long lastSecond;

    EventRows(EventHeaders headers, Map<String, String> declaredTypes, Reading reading) {
        customer = headers.customer();
        email = headers.cell("email");
        event = headers.cell("event");
        timestamp = headers.cell("timestamp");
        machine = headers.cell("machine");
        kind = headers.cell("kind");
        device = headers.cell("device");
        item = headers.item();
        value = headers.cell("value");
        campaign = headers.cell("campaign", "campaign_id");
        order = headers.cell("order_id");
        this.reading = reading;
        audience = reading.audience();
        signals = new Signals(reading.rules(), reading.zone());
        fields = new EventFields(headers, declaredTypes);
        days = DayOrder.of(declaredTypes.get("timestamp"));
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
        String who = customer.of(row);
        String name = event.of(row);
        String when = timestamp.of(row);
        if (who == null || name == null || when == null) {
            return "expected a customer_id, an event and a timestamp, found a blank cell";
        }
        Meaning meaning = signals.meaning(name);
        Timestamp moment = Timestamp.parse(days.yearFirst(when), reading.zone());
        int person = personOf(row, who);
        boolean isOptOut = isOptOut(meaning, row);
        if (moment == null || moment.second() < 0) {
            if (isOptOut && person >= 0) {
                tell(meaning.kind(), person, reading.now().getEpochSecond());
            }
            return "expected " + TimeText.expected() + ", found " + Problem.quote(when) + DayOrder.remedy(when)
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
        if (isOptOut || (meaning.kind() == Kind.SUBSCRIBE && moment.second() <= lastSecond)) {
            tell(meaning.kind(), person, moment.second());
        }
        int before = columns.size();
        keep(row, name, meaning, person, moment);
        if (!isOptOut) {
            passBounce(before);
        }
        return null;
    }

    /** The column may hold an id, one that was merged into another, or an address. */
    private int personOf(Row row, String who) {
        int person = EventScout.person(row);
        if (person < 0 && who.indexOf('@') >= 0) {
            person = audience.personAt(who);
        }
        String address = person < 0 ? email.of(row) : null;
        return address == null ? person : audience.personAt(address);
    }

    private boolean isOptOut(Meaning meaning, Row row) {
        return switch (meaning.kind()) {
            case UNSUBSCRIBE, COMPLAINT -> true;
            case BOUNCE -> !meaning.isSoftBounce() && BounceWords.isHard(kind.of(row));
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

    private void keep(Row row, String name, Meaning meaning, int person, Timestamp moment) {
        fields.lookAt(row);
        Reaction reaction = machines.of(meaning.kind(), machine.of(row), kind.of(row), device.of(row));
        var details = new Details(
                item.of(row), EventScout.item(row), value.of(row), campaign.of(row), order.of(row), reaction);
        keep(name, meaning, person, moment, details);
    }

    /**
     * What belongs to an event, as it is written.
     *
     * @param itemOfId the item whose id it is; -1 for none
     */
    private record Details(
            @Nullable String item,
            int itemOfId,
            @Nullable String value,
            @Nullable String campaign,
            @Nullable String order,
            Reaction reaction) {}

    /** What another account tells. Nobody is opted out by it: whoever gives it has seen to that. */
    void take(Happening happening) {
        counts.add(Tally.READ);
        counts.add(Tally.FROM_THE_LEDGER);
        if (happening.person() < 0) {
            counts.add(Tally.UNKNOWN_PEOPLE);
            if (happening.isOwnMail()) {
                counts.add(Tally.OWN_MAILS_TO_UNKNOWN_PEOPLE);
            }
            return;
        }
        fields.lookAt(happening);
        boolean isMidnight = happening.second() % DAY_SECONDS == 0 && !happening.isOwnMail();
        if (happening.isOwnMail() && happening.second() > lastSecond) {
            counts.add(Tally.OWN_MAILS_IN_THE_FUTURE);
        }
        int before = columns.size();
        keep(
                happening.event(),
                signals.meaning(happening.event()),
                happening.person(),
                new Timestamp(happening.second(), true, isMidnight),
                new Details(
                        orNull(happening.item()),
                        reading.catalog().itemOf(happening.item()),
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

    private void keep(String name, Meaning meaning, int person, Timestamp moment, Details details) {
        if (meaning.kind() == Kind.OTHER && meaning.rule() == null) {
            counts.unknownEvent(name);
            return;
        }
        if (moment.second() > lastSecond) {
            counts.add(Tally.IN_THE_FUTURE);
            return;
        }
        counts.add(Tally.KEPT);
        if (!moment.hasOffset()) {
            counts.add(Tally.WITHOUT_OFFSET);
        }
        double amount = amount(details.value());
        int weight = signals.weight(meaning, fields.scope(), counts);
        boolean isCorrection = meaning.kind() == Kind.PURCHASE && amount < 0;
        Kind happened = isCorrection ? Kind.REFUND : meaning.kind();
        int mark = Mark.of(
                happened,
                happened == Kind.REFUND ? 0 : weight,
                campaigns.number(details.campaign()),
                moment.isMidnight());
        Reaction reaction = isCorrection ? Reaction.HUMAN : details.reaction();
        String orderId = details.order();
        columns.add(
                person,
                itemOf(details),
                moment.second(),
                Mark.withReaction(mark, reaction),
                amount,
                orderId == null ? 0 : EventColumns.basketOf(orderId));
    }

    private int itemOf(Details details) {
        String id = details.item();
        if (id == null || details.itemOfId() >= 0) {
            return id == null ? NONE : details.itemOfId();
        }
        if (ItemLinks.isLink(id)) {
            return links.itemOf(id);
        }
        counts.add(Tally.UNKNOWN_ITEMS);
        return NONE;
    }

    private double amount(@Nullable String cell) {
        Price price = cell == null ? null : Price.parse(cell);
        if (cell != null && price == null) {
            counts.add(Tally.UNREADABLE_VALUES);
        }
        return price == null ? Double.NaN : price.amount();
    }

    boolean isEmpty() {
        return counts.of(Tally.READ) == 0;
    }

    History history() {
        columns.sort();
        new RatingScale(columns, signals.ratingWeight()).settle();
        new ClockSense(columns).settle();
        PersonIndex people =
                new Settlement(columns, counts, audience, campaigns.names().size()).settle();
        List<String> notes = counts.notes(reading.zone());
        notes.addAll(signals.notes());
        return new EventLog(columns, signals.weights(), campaigns.names(), counts.all(), notes, people);
    }
}
