package org.personalize.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * The files of a shop of any size, the same for the same size and seed. A few things are wanted by many and most by few,
 * people keep to some of the categories and to some hours, and mails, clicks, views and orders alternate over two years.
 */
public final class LargeShop {

    public static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private static final long FIRST_SECOND =
            Instant.parse("2024-11-01T00:00:00Z").getEpochSecond();
    private static final long SECONDS = NOW.getEpochSecond() - FIRST_SECOND;
    private static final int CATEGORIES = 40;
    private static final int CAMPAIGN_SECONDS = 7 * 86_400;
    private static final String[] ZONES = {"Europe/Berlin", "Europe/London", "America/New_York", "Asia/Tokyo"};

    private final Path folder;
    private final SplittableRandom random;
    private final int people;
    private final int items;
    private final boolean isReactive;

    private LargeShop(Path folder, long seed, int people, int items, boolean isReactive) {
        this.folder = folder;
        this.random = new SplittableRandom(seed);
        this.people = people;
        this.items = items;
        this.isReactive = isReactive;
    }

    /** @param args the folder, and how many people, items and events; then the seed, if another than 1 */
    public static void main(String[] args) throws IOException {
        lay(
                Path.of(args[0]),
                Integer.parseInt(args[1]),
                Integer.parseInt(args[2]),
                Integer.parseInt(args[3]),
                args.length > 4 ? Long.parseLong(args[4]) : 1);
    }

    /** Writes {@code customers.csv}, {@code items.csv} and {@code events.csv}. */
    public static void lay(Path folder, int people, int items, int events, long seed) throws IOException {
        new LargeShop(folder, seed, people, items, false).lay(events);
    }

    /** The same, where some mails are followed by a click, more of them in the evening: a rhythm that can be learned. */
    static void layReactive(Path folder, int people, int items, int events, long seed) throws IOException {
        new LargeShop(folder, seed, people, items, true).lay(events);
    }

    private void lay(int events) throws IOException {
        customers();
        items();
        events(events);
    }

    private void customers() throws IOException {
        try (Writer out = writer("customers.csv")) {
            out.write("customer_id,email,time_zone,country,marketing_opt_in\n");
            for (int i = 0; i < people; i++) {
                out.write("c" + i + ",p" + i + "@mail" + i % 97 + ".example," + ZONES[i % ZONES.length] + ",DE,yes\n");
            }
        }
    }

    private void items() throws IOException {
        try (Writer out = writer("items.csv")) {
            out.write("item_id,title,category,tags,price\n");
            for (int i = 0; i < items; i++) {
                out.write("i" + i + ",Thing " + i + ",category " + i % CATEGORIES + ",tag" + i % 7 + "|tag" + i % 11
                        + "," + (5 + i % 90) + ".90\n");
            }
        }
    }

    private void events(int events) throws IOException {
        try (Writer out = writer("events.csv")) {
            out.write("customer_id,event,timestamp,item_id,campaign,value,order_id,device\n");
            var line = new StringBuilder();
            for (int i = 0; i < events; i++) {
                line.setLength(0);
                event(line, i, FIRST_SECOND + (long) ((double) i / events * SECONDS));
                out.append(line);
            }
        }
    }

    private void event(StringBuilder line, int number, long second) {
        int person = random.nextInt(people);
        int draw = random.nextInt(100);
        long campaign = (second - FIRST_SECOND) / CAMPAIGN_SECONDS;
        line.append('c').append(person).append(',');
        if (draw < 35) {
            line.append("sent,")
                    .append(moment(second))
                    .append(",,week-")
                    .append(campaign)
                    .append(",,,\n");
            if (isReactive && number % (isEvening(second) ? 2 : 50) == 0) {
                line.append("c" + person + ",click," + moment(second + 600) + ",i" + number % items);
                line.append(",week-" + campaign + ",,,phone\n");
            }
        } else if (draw < 43) {
            line.append("open,")
                    .append(moment(second))
                    .append(",,week-")
                    .append(campaign)
                    .append(",,,phone\n");
        } else if (draw < 53) {
            line.append("click,").append(moment(second)).append(",i").append(item(person));
            line.append(",week-").append(campaign).append(",,,phone\n");
        } else if (draw < 83) {
            line.append("view,")
                    .append(moment(second))
                    .append(",i")
                    .append(item(person))
                    .append(",,,,\n");
        } else {
            int item = item(person);
            line.append("purchase,")
                    .append(moment(second))
                    .append(",i")
                    .append(item)
                    .append(",,");
            line.append(5 + item % 90).append(".90,o").append(number).append(",\n");
        }
    }

    /** Half of the time from one of the person's two categories, and always rather from the beginning of the list. */
    private int item(int person) {
        double skewed = random.nextDouble();
        int item = (int) (skewed * skewed * skewed * items);
        if (random.nextBoolean()) {
            int category = (person * 31 + random.nextInt(2) * 17) % CATEGORIES;
            item = item - item % CATEGORIES + category;
        }
        return Math.min(item, items - 1);
    }

    private static boolean isEvening(long second) {
        long hour = second / 3_600 % 24;
        return hour >= 17 && hour < 21;
    }

    private static String moment(long second) {
        return Instant.ofEpochSecond(second).toString();
    }

    private Writer writer(String file) throws IOException {
        return new BufferedWriter(Files.newBufferedWriter(folder.resolve(file), StandardCharsets.UTF_8), 1 << 16);
    }
}
