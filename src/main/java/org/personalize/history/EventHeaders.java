package org.personalize.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.personalize.csv.HeaderAliases;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/** Where an event file has what we read of it. */
record EventHeaders(Map<String, Integer> positions) {

    private static final int NONE = -1;

    static final HeaderAliases ALIASES = new HeaderAliases(Map.ofEntries(
            Map.entry("customerid", "customer_id"),
            Map.entry("customer", "customer_id"),
            Map.entry("userid", "customer_id"),
            Map.entry("subscriberid", "customer_id"),
            Map.entry("contactid", "customer_id"),
            Map.entry("email", "email"),
            Map.entry("emailaddress", "email"),
            Map.entry("recipient", "email"),
            Map.entry("eventtype", "event"),
            Map.entry("eventname", "event"),
            Map.entry("action", "event"),
            Map.entry("time", "timestamp"),
            Map.entry("datetime", "timestamp"),
            Map.entry("date", "timestamp"),
            Map.entry("eventtime", "timestamp"),
            Map.entry("createdat", "timestamp"),
            Map.entry("occurredat", "timestamp"),
            Map.entry("itemid", "item_id"),
            Map.entry("productid", "item_id"),
            Map.entry("articleid", "item_id"),
            Map.entry("sku", "item_id"),
            Map.entry("campaign", "campaign"),
            Map.entry("campaignid", "campaign_id"),
            Map.entry("value", "value"),
            Map.entry("quantity", "quantity"),
            Map.entry("kind", "kind"),
            Map.entry("device", "device"),
            Map.entry("useragent", "device"),
            Map.entry("client", "device"),
            Map.entry("machine", "machine"),
            Map.entry("ismachine", "machine"),
            Map.entry("machineopen", "machine"),
            Map.entry("sgmachineopen", "machine"),
            Map.entry("isbot", "machine"),
            Map.entry("bot", "machine"),
            Map.entry("isprefetched", "machine"),
            Map.entry("prefetched", "machine"),
            Map.entry("appleprivacyopen", "machine"),
            Map.entry("amount", "value"),
            Map.entry("revenue", "value"),
            Map.entry("linetotal", "value"),
            Map.entry("qty", "quantity"),
            Map.entry("orderid", "order_id"),
            Map.entry("ordernumber", "order_id"),
            Map.entry("transactionid", "order_id"),
            Map.entry("bouncetype", "kind")));

    static final List<String> REQUIRED = List.of("event", "timestamp");

    static EventHeaders of(List<String> columns, Place place) {
        var positions = new HashMap<String, Integer>();
        for (int i = 0; i < columns.size(); i++) {
            positions.putIfAbsent(columns.get(i), i);
        }
        for (String column : REQUIRED) {
            demand(positions.containsKey(column), column, columns, place);
        }
        demand(positions.containsKey("customer_id") || positions.containsKey("email"), "customer_id", columns, place);
        return new EventHeaders(Map.copyOf(positions));
    }

    private static void demand(boolean isThere, String column, List<String> columns, Place place) {
        if (!isThere) {
            throw new InputProblem(
                    place,
                    "the events have no column " + column + ", only " + String.join(", ", columns),
                    "Name the column that holds it under data.events.columns, such as " + column + ": \"My Header\".");
        }
    }

    /** Who: an id, or else an address. */
    EventCell customer() {
        return cell("customer_id", "email");
    }

    EventCell item() {
        return cell("item_id");
    }

    /** Where a column is, to look there in millions of rows. */
    EventCell cell(String column) {
        return new EventCell(positions.getOrDefault(column, NONE), NONE);
    }

    /** The first of two columns that says something. */
    EventCell cell(String column, String orElse) {
        return new EventCell(positions.getOrDefault(column, NONE), positions.getOrDefault(orElse, NONE));
    }
}
