package org.personalize.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.csv.Table;

/**
 * Where an export has what is looked for. Each thing goes by several names, of which the first that is there counts.
 *
 * @param positions the thing to its column; what the export does not have is missing
 * @param fixed the thing to what every row says of it
 */
record Columns(Map<Thing, Integer> positions, Map<Thing, String> fixed) {

    /** What exports tell. */
    enum Thing {
        EMAIL(
                "email",
                "email address",
                "e-mail",
                "billing email",
                "email (billing)",
                "customer email",
                "recipient",
                "subscriber"),
        CUSTOMER("customer_id", "customer", "user_id", "subscriber_id", "contact_id"),
        EVENT("event", "event type", "eventtype", "event name", "action"),
        TIME(
                "timestamp",
                "time",
                "datetime",
                "date",
                "event time",
                "created at",
                "occurred at",
                "order date",
                "date created",
                "date_created_gmt",
                "event date",
                "eventdate"),
        ITEM("item_id", "product_id", "article_id", "sku", "lineitem sku", "item sku", "product sku"),
        ITEM_NAME("lineitem name", "item name", "product name"),
        QUANTITY("quantity", "qty", "lineitem quantity", "item quantity", "quantity (- refund)"),
        PRICE("lineitem price", "item cost", "item price", "product price"),
        VALUE("value", "amount", "revenue", "line total", "item total", "order line total"),
        TOTAL("total", "order total", "order total amount", "order_total"),
        REFUNDED("refunded amount", "order refund amount"),
        ORDER("order_id", "order id", "order number", "order_number", "transaction_id"),
        /** What Shopify calls the number of an order, and others many things. */
        ORDER_NAME("name"),
        CAMPAIGN("campaign", "campaign_id", "campaign name"),
        KIND("kind", "bounce type", "bounce_type"),
        MACHINE("machine", "is_machine", "bot", "is_bot"),
        AGENT("device", "user agent", "useragent", "client"),
        UNSUBSCRIBED("unsub_time", "unsubscribe time"),
        CLEANED("clean_time"),
        CONFIRMED("confirm_time", "optin_time"),
        SUPPRESSION("suppression reason", "reason for suppression", "suppressed reason"),
        SUPPRESSED_AT("suppression timestamp", "suppressed at", "suppression date"),
        PAID("financial status", "order status", "status"),
        LINE("lineitem quantity"),
        BILLED("billing email", "email (billing)", "billing_email", "customer email");

        /** A list of {@link List#of}, which nobody can change. */
        @SuppressWarnings("ImmutableEnumChecker")
        private final List<String> names;

        Thing(String... names) {
            this.names = List.of(names);
        }
    }

    /** @param said our name of a thing to what every row says of it */
    static Columns of(Table table, Map<String, String> said) {
        var fixed = new java.util.EnumMap<Thing, String>(Thing.class);
        var positions = new java.util.EnumMap<Thing, Integer>(Thing.class);
        for (Thing thing : Thing.values()) {
            thing.names.stream()
                    .mapToInt(table::column)
                    .filter(column -> column >= 0)
                    .findFirst()
                    .ifPresent(column -> positions.put(thing, column));
            thing.names.stream()
                    .filter(said::containsKey)
                    .findFirst()
                    .ifPresent(name -> fixed.put(thing, said.getOrDefault(name, "")));
        }
        return new Columns(Map.copyOf(positions), Map.copyOf(fixed));
    }

    boolean has(Thing thing) {
        return positions.containsKey(thing) || fixed.containsKey(thing);
    }

    /** The cell, or a blank. */
    String cell(Table.Row row, Thing thing) {
        Integer column = positions.get(thing);
        @Nullable String cell = column == null ? null : row.cell(column);
        return cell == null ? fixed.getOrDefault(thing, "") : cell;
    }
}
