package org.personalize.history;

import java.util.ArrayList;
import java.util.List;
import org.personalize.audience.Audience;
import org.personalize.catalog.Catalog;
import org.personalize.csv.Table.Row;
import org.personalize.csv.Table.Scout;

/** Finds the people and items of event rows before they are taken: in a long log nothing else takes so long. */
final class EventScout implements Scout {

    private static final int NONE = -1;

    private final EventCell customer;
    private final EventCell item;
    private final Audience audience;
    private final Catalog catalog;
    private final List<String> customers = new ArrayList<>(TOGETHER);
    private final List<String> items = new ArrayList<>(TOGETHER);

    EventScout(EventHeaders headers, Reading reading) {
        customer = headers.customer();
        item = headers.item();
        audience = reading.audience();
        catalog = reading.catalog();
    }

    @Override
    public void see(Row row) {
        String who = customer.of(row);
        String what = item.of(row);
        customers.add(who == null ? "" : who);
        items.add(what == null ? "" : what);
    }

    @Override
    public long[] found() {
        int[] people = audience.personsOf(customers);
        long[] found = new long[people.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = (long) people[i] << Integer.SIZE | Integer.toUnsignedLong(itemOf(items.get(i)));
        }
        customers.clear();
        items.clear();
        return found;
    }

    private int itemOf(String id) {
        return id.isEmpty() ? NONE : catalog.itemOf(id);
    }

    /** Whose id the row has; -1 for nobody's. */
    static int person(Row row) {
        return (int) (row.found() >> Integer.SIZE);
    }

    /** Which item's id the row has; -1 for none's. */
    static int item(Row row) {
        return (int) row.found();
    }
}
