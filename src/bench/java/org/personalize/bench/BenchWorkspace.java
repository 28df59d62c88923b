package org.personalize.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** A workspace of any size with a template of about 15 KB, the same for the same size. */
public final class BenchWorkspace {

    private static final String[] COUNTRIES = {"GB", "DE", "FR", "AT", "IE", "NL", "ES", "JP"};
    private static final String[] LANGUAGES = {"en", "de", "fr"};
    private static final int ITEMS = 200;

    private BenchWorkspace() {}

    /** @param args the folder, and how many customers */
    public static void main(String[] args) throws IOException {
        lay(Path.of(args[0]), Integer.parseInt(args[1]));
    }

    static Path lay(Path folder, int customers) throws IOException {
        Files.createDirectories(folder.resolve("images"));
        customers(folder.resolve("customers.csv"), customers);
        items(folder.resolve("items.csv"));
        events(folder.resolve("events.csv"), customers);
        Files.writeString(folder.resolve("mail.ftlh"), BenchTemplate.source());
        Path campaign = folder.resolve("bench.yaml");
        Files.writeString(campaign, yaml());
        return campaign;
    }

    private static void customers(Path file, int count) throws IOException {
        var random = new SplittableRandom(1);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("customer_id,email,first_name,last_name,language,country,city,tier,signed_up,marketing_opt_in,"
                    + "points,birthday\n");
            for (int i = 0; i < count; i++) {
                out.write(
                        "c%07d,person%d@mail%d.example,First%d,Lastname%d,%s,%s,City%d,%s,20%02d-%02d-%02d,yes,%d,19%02d-%02d-%02d%n"
                                .formatted(
                                        i,
                                        i,
                                        i % 97,
                                        random.nextInt(5000),
                                        random.nextInt(20000),
                                        LANGUAGES[random.nextInt(3)],
                                        COUNTRIES[random.nextInt(8)],
                                        random.nextInt(900),
                                        i % 5 == 0 ? "gold" : "basic",
                                        random.nextInt(10, 26),
                                        random.nextInt(1, 13),
                                        random.nextInt(1, 29),
                                        random.nextInt(10000),
                                        random.nextInt(40, 99),
                                        random.nextInt(1, 13),
                                        random.nextInt(1, 29)));
            }
        }
    }

    private static void items(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("item_id,title,category,price,url,image_url,in_stock\n");
            for (int i = 0; i < ITEMS; i++) {
                out.write("i%d,Item number %d,cat%d,%d.90,https://shop.example/i/%d,https://cdn.example/%d.jpg,yes%n"
                        .formatted(i, i, i % 8, 10 + i, i, i));
            }
        }
    }

    private static void events(Path file, int customers) throws IOException {
        var random = new SplittableRandom(2);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("customer_id,event,timestamp,item_id,value\n");
            for (int i = 0; i < customers; i++) {
                out.write("c%07d,%s,2026-%02d-%02dT%02d:%02d:00Z,i%d,%d.50%n"
                        .formatted(
                                random.nextInt(customers),
                                i % 3 == 0 ? "purchase" : "click",
                                random.nextInt(1, 11),
                                random.nextInt(1, 29),
                                random.nextInt(24),
                                random.nextInt(60),
                                random.nextInt(ITEMS),
                                random.nextInt(5, 200)));
            }
        }
    }

    private static String yaml() {
        return """
                campaign: bench
                from: Bench <news@shop.example>
                data: {customers: customers.csv, items: items.csv, events: events.csv}
                languages: [en, de, fr]
                subject: {a: "News for ${customer.first_name!'you'}", b: "${slots.picks[0].title} and more"}
                preheader: "Chosen for you"
                template: mail.ftlh
                audience: {consent: marketing_opt_in}
                slots: {picks: {pick: 4, where: "item.in_stock"}}
                schedule: {quiet_hours: 21:00-07:00}
                compliance: {postal_address: "Bench, 1 Hill Road, Sheffield", unsubscribe: "https://shop.example/u/${token}"}
                """;
    }
}
