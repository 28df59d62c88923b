package org.personalize.sample;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** One row of the event files. Blank parts do not apply; value is in cents. */
record Happening(
        String customer,
        String event,
        ZonedDateTime at,
        String item,
        String campaign,
        long value,
        int quantity,
        String order,
        String kind,
        String device) {

    static final List<String> HEADER = List.of(
            "customer_id",
            "event",
            "timestamp",
            "item_id",
            "campaign",
            "value",
            "quantity",
            "order_id",
            "kind",
            "device");

    static Happening of(Person person, String event, ZonedDateTime at, String item, String campaign, String device) {
        return new Happening(person.id(), event, at.withNano(0), item, campaign, 0, 0, "", "", device);
    }

    Happening withKind(String kind) {
        return new Happening(customer, event, at, item, campaign, value, quantity, order, kind, device);
    }

    Happening ordered(String order, int quantity, long value) {
        return new Happening(customer, event, at, item, campaign, value, quantity, order, kind, device);
    }

    List<String> cells() {
        return List.of(
                customer,
                event,
                at.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                item,
                campaign,
                value == 0 ? "" : euros(value),
                quantity == 0 ? "" : Integer.toString(quantity),
                order,
                kind,
                device);
    }

    static String euros(long cents) {
        return String.format(
                Locale.ROOT, "%s%d.%02d", cents < 0 ? "-" : "", Math.abs(cents) / 100, Math.abs(cents) % 100);
    }
}
