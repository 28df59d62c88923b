package org.personalize.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;

/**
 * A small shop with enough of a past to learn from: half of its people are there in the morning and like tents, the others
 * in the evening and like boots. The campaign names its data, and nothing else.
 */
final class LearningShop {

    static final int PEOPLE = 120;
    static final int ITEMS = 24;

    private static final Instant START = Instant.parse("2025-09-01T00:00:00Z");
    private static final int DAYS = 180;
    private static final long SEED = 42;

    private LearningShop() {}

    static Path in(Path folder) throws IOException {
        Files.writeString(folder.resolve("shop.yaml"), """
                campaign: shop
                data: {customers: customers.csv, items: items.csv, events: events.csv}
                """);
        customers(folder, "");
        var items = new StringBuilder("item_id,title,category,price,in_stock\n");
        for (int item = 0; item < ITEMS; item++) {
            items.append("i%d,Thing %d,%s,%d,%s\n"
                    .formatted(item, item, item % 2 == 0 ? "tents" : "boots", 10 + item, item == 3 ? "false" : "true"));
        }
        Files.writeString(folder.resolve("items.csv"), items);
        Files.writeString(folder.resolve("events.csv"), events());
        return folder;
    }

    /** @param refusing the id of somebody who refuses to have anything learned; blank for nobody */
    static void customers(Path folder, String refusing) throws IOException {
        var people = new StringBuilder("customer_id,email,country,opt_in,profiling_ok,age\n");
        for (int person = 0; person < PEOPLE; person++) {
            String id = "c" + person;
            people.append("%s,%s@one.example,GB,yes,%s,%d\n"
                    .formatted(id, id, id.equals(refusing) ? "no" : "yes", person % 2 == 0 ? 30 : 60));
        }
        people.append("new,new@one.example,GB,yes,yes,30\n");
        Files.writeString(folder.resolve("customers.csv"), people);
    }

    private static String events() {
        var random = new Random(SEED);
        var events = new StringBuilder("customer_id,event,timestamp,item_id,value\n");
        for (int person = 0; person < PEOPLE; person++) {
            for (int visit = 0; visit < 24; visit++) {
                long hour = (person % 2 == 0 ? 8L : 19L) + random.nextInt(3);
                long second = random.nextInt(DAYS) * 86_400L + hour * 3_600 + random.nextInt(3_600);
                int item = 2 * (int) (ITEMS / 2 * Math.pow(random.nextDouble(), 2)) + person % 2;
                String kind = random.nextInt(3) == 0 ? "purchase" : "view";
                events.append("c%d,%s,%s,i%d,%d\n".formatted(person, kind, START.plusSeconds(second), item, 10 + item));
            }
        }
        return events.toString();
    }
}
