package org.personalize.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.personalize.campaign.CampaignFile;
import org.personalize.campaign.Demand;
import org.personalize.campaign.Occurrence;
import org.personalize.csv.RejectLimit;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Occupied;
import org.personalize.ledger.Row;
import org.personalize.plan.Counts;
import org.personalize.run.LedgerCounts;
import org.personalize.run.Progress;
import org.personalize.run.Request;
import org.personalize.run.Selection;
import org.personalize.run.SendOrders;
import org.personalize.run.SendStory;
import org.personalize.run.Sending;
import org.personalize.run.Standing;
import org.personalize.run.StopSignal;

/** A small workspace on disk whose one campaign goes to a relay; also sent in this process, at any time of its clock. */
final class Shop {

    /** So many domains that the rejections of none of them are conspicuous. */
    private static final int DOMAINS = 60;

    private static final int MOST_RUNS = 12;
    private static final Duration STEP = Duration.ofMinutes(20);

    final Path folder;
    /** The campaign's file. */
    final String campaign;

    private final Relay relay;

    private Shop(Path folder, String campaign, Relay relay) {
        this.folder = folder;
        this.campaign = campaign;
        this.relay = relay;
    }

    static Shop of(Path folder, Relay relay, int people) throws IOException {
        return named("spring", folder, relay, people);
    }

    /** Several can stand in one folder, with one ledger. */
    static Shop named(String name, Path folder, Relay relay, int people) throws IOException {
        var shop = new Shop(folder, name + ".yaml", relay);
        var rows = new StringBuilder("customer_id,email,first_name,opt_in\n");
        for (int i = 0; i < people; i++) {
            rows.append("c%d,%s,Ann,yes\n".formatted(i, address(i)));
        }
        shop.write("customers.csv", rows.toString());
        shop.write("mail.ftlh", """
                <!DOCTYPE html>
                <html lang="en"><head><title>${subject}</title></head>
                <body><p>Hello ${customer.first_name!'friend'}, this is a mail with enough words in it to be read.</p>
                <p>${compliance.postal_address} <a href="${links.unsubscribe}">Unsubscribe</a></p></body></html>
                """);
        shop.write(shop.campaign, shop.yaml(name));
        return shop;
    }

    static String address(int person) {
        return "p%d@d%d.example".formatted(person, person % DOMAINS);
    }

    private String yaml(String name) {
        return """
                campaign: %s
                from: Shop <news@shop.example>
                data: {customers: customers.csv}
                subject: "News for ${customer.first_name!'you'}"
                template: mail.ftlh
                audience: {consent: opt_in}
                smtp: {host: 127.0.0.1, port: %d, security: none, connections: 4, retry: [1s]}
                compliance: {postal_address: "Shop, 1 Street, Town", unsubscribe: "https://shop.example/u/${token}"}
                """.formatted(name, relay.port());
    }

    /** Adds keys to the campaign's file. */
    Shop with(String keys) throws IOException {
        write(campaign, Files.readString(folder.resolve(campaign)) + keys + "\n");
        return this;
    }

    /** Changes what the campaign's file says. */
    Shop with(String old, String fresh) throws IOException {
        change(campaign, old, fresh);
        return this;
    }

    void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    void change(String name, String old, String fresh) throws IOException {
        String text = Files.readString(folder.resolve(name));
        if (!text.contains(old)) {
            throw new IllegalStateException(name + " does not hold " + old);
        }
        write(name, text.replace(old, fresh));
    }

    Request request(Instant now) {
        return new Request(
                folder.resolve(campaign), now, RejectLimit.DEFAULT, Map.of(), Progress.NONE, StopSignal.NEVER);
    }

    /** The campaign's clock begins at a moment and runs on. */
    SendStory sendAt(Instant start) throws IOException, Occupied {
        return send(start, "this machine");
    }

    SendStory send(Instant start, String host) throws IOException, Occupied {
        return Sending.run(request(start), Selection.EVERYBODY, orders(start, host));
    }

    static SendOrders orders(Instant start, String host) {
        Duration ahead = Duration.between(Instant.now(), start);
        InstantSource clock = () -> Instant.now().plus(ahead);
        return new SendOrders(clock, System::nanoTime, "a test on " + host, host, null, null, false, story -> true);
    }

    /** Sends again and again, each time later by the campaign's clock, until nothing is open. */
    void finish() throws IOException, Occupied {
        Instant now = Instant.now();
        for (int run = 1; run <= MOST_RUNS; run++) {
            now = now.plus(STEP);
            Counts counts = sendAt(now).counts();
            if (counts != null && counts.due() + counts.deferred() + counts.waiting() == 0) {
                return;
            }
        }
    }

    /** Where everybody is, by the ledger; its sums hold, or there are none. */
    Counts counts() throws IOException {
        return LedgerCounts.of(Standing.of(request(Instant.now())), 0, List.of());
    }

    /** Everybody with a row in the ledger, by mailbox. */
    Map<String, Row> rows() throws IOException {
        return rows(Instant.now());
    }

    Map<String, Row> rows(Instant now) throws IOException {
        var description = CampaignFile.read(folder.resolve(campaign), Map.of(), EnumSet.of(Demand.LEDGER));
        var edition =
                new Edition(description.name(), Occurrence.of(description, now).id());
        Map<String, Row> rows = new TreeMap<>();
        try (Ledger ledger = Ledger.openExisting(description.ledger()).orElseThrow()) {
            ledger.rows(edition, row -> {
                if (rows.put(row.promise().mailbox().key(), row) != null) {
                    throw new IllegalStateException("two rows for one mailbox");
                }
            });
        }
        return rows;
    }
}
