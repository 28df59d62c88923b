package org.personalize.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.CampaignFile;
import org.personalize.campaign.Demand;
import org.personalize.campaign.EventMapping;
import org.personalize.campaign.KeyedHash;
import org.personalize.campaign.SecretKey;
import org.personalize.csv.RejectLimit;
import org.personalize.history.Happening;
import org.personalize.history.History;
import org.personalize.ledger.Caps;
import org.personalize.ledger.Census;
import org.personalize.ledger.Change;
import org.personalize.ledger.Claim;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Entry;
import org.personalize.ledger.Field;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Promise;
import org.personalize.ledger.Shift;
import org.personalize.plan.Decision.Group;

class KeptEventsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final long SENT = NOW.getEpochSecond();
    private static final Edition SPRING = new Edition("spring", "");

    @TempDir
    Path folder;

    private SecretKey key;

    @BeforeEach
    void makeShop() throws IOException {
        write("customers.csv", """
                customer_id,email,opt_in
                c1,ann@one.example,yes
                c2,bert@two.example,yes
                c3,cleo@three.example,yes
                """);
        write("items.csv", """
                item_id,title,category,in_stock,url
                i1,Tent,camp,true,https://www.shop.example/tents/i1
                i2,Boots,walk,true,https://shop.example/p?id=2
                """);
        write("events.csv", "customer_id,event,timestamp,item_id,value,campaign\n");
        write("spring.yaml", """
                campaign: spring
                from: Shop <news@shop.example>
                data: {customers: customers.csv, items: items.csv, events: events.csv}
                audience: {consent: opt_in}
                """);
        key = SecretKey.readOrCreate(folder.resolve("personalize.key"));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Request request() {
        return request(NOW.plusSeconds(86_400));
    }

    private Request request(Instant now) {
        return new Request(
                folder.resolve("spring.yaml"),
                now,
                RejectLimit.DEFAULT,
                Map.of(),
                (stage, done, all) -> {},
                () -> false);
    }

    private IngestStory ingest(String... names) throws Exception {
        List<Path> files = List.of(names).stream().map(folder::resolve).toList();
        return Ingesting.run(request(), new Ingesting.Orders(files, null, EventMapping.NONE, null, "me"));
    }

    private void send(String customer, String address) throws Exception {
        send(customer, address, claim -> new Entry.Accepted(claim, "250 ok", "relay-" + customer));
    }

    /** @param answered what became of the mail */
    private void send(String customer, String address, Function<Claim, Entry> answered) throws Exception {
        var promise = new Promise(
                customer,
                org.personalize.audience.Mailbox.read(address).orElseThrow(),
                java.time.ZoneOffset.UTC,
                NOW,
                NOW.plusSeconds(3600),
                "only",
                1,
                1,
                Group.NONE,
                Map.of());
        try (Ledger ledger = Ledger.open(folder.resolve("personalize.db").toString())) {
            ledger.revise(SPRING, List.of(new Change.Promised(promise)), new Census(3, 0, 0, 0, Map.of()), NOW);
            try (Shift shift = ledger.begin(SPRING, "me", "here", NOW)) {
                Claim claim = shift.claim(1, NOW, Caps.NONE).get(0);
                shift.commit(List.of(new Entry.Finish(claim)), NOW, Caps.NONE);
                shift.commit(List.of(answered.apply(claim)), NOW, Caps.NONE);
            }
        }
    }

    private Campaign campaign() throws IOException {
        return CampaignFile.read(folder.resolve("spring.yaml"), Map.of(), EnumSet.of(Demand.DATA));
    }

    private History history() throws IOException {
        return Evidence.gather(request(), campaign()).history();
    }

    private List<String> told() throws IOException {
        return told(history());
    }

    private static List<String> told(History history) {
        var told = new ArrayList<String>();
        for (int i = 0; i < history.size(); i++) {
            told.add("c" + (history.person(i) + 1) + " " + history.kind(i) + " +" + (history.second(i) - SENT) + " "
                    + history.campaign(i) + (history.item(i) < 0 ? "" : " i" + (history.item(i) + 1)) + " "
                    + history.reaction(i));
        }
        return told;
    }

    private List<String> kept() throws IOException {
        var kept = new ArrayList<String>();
        try (Ledger ledger =
                Ledger.openExisting(folder.resolve("personalize.db").toString()).orElseThrow()) {
            ledger.segments(folder.resolve("personalize.db-events")).each(segment -> {
                for (int i = 0; i < segment.size(); i++) {
                    var text = new StringBuilder().append(segment.second(i));
                    for (Field field : Field.values()) {
                        text.append('|').append(segment.text(field, i));
                    }
                    kept.add(text.toString());
                }
            });
        }
        Collections.sort(kept);
        return kept;
    }

    private static String click(String address, long second, String id, String url) {
        return ("{\"email\":\"%s\",\"timestamp\":%d,\"event\":\"click\",\"sg_event_id\":\"%s\",\"sg_message_id\":\"%s\","
                        + "\"url\":\"%s\"}\n")
                .formatted(address, second, id, "x.y", url);
    }

    @Test
    void mailsThatAreToldByWhoeverReadsThemAreNotReadASecondTime() throws Exception {
        send("c1", "ann@one.example");
        MailTeller teller = taker -> {
            taker.accept(Happening.mail(1, "spring", SENT + 60));
            return Set.of(SPRING);
        };

        History history = Evidence.gather(request(), campaign(), (audience, catalog) -> teller)
                .history();

        assertThat(told()).containsExactly("c1 SENT +0 spring HUMAN");
        assertThat(told(history)).containsExactly("c2 SENT +60 spring HUMAN");
    }

    @Test
    void everybodySeesTheLedgersMailsAndWhatWasTakenIn() throws Exception {
        send("c1", "ann@one.example");
        write(
                "web.json",
                click("ann@one.example", SENT + 600, "a", "https://shop.example/tents/i1/?utm_source=mail")
                        + click("Bert@TWO.example", SENT + 700, "b", "http://shop.example/p?id=2&utm_medium=email")
                        + click("nobody@two.example", SENT + 800, "c", "https://shop.example/"));
        IngestStory story = ingest("web.json");
        assertThat(story.kinds()).containsOnly(Map.entry("click", new IngestStory.Count(3, 0, 1, 2)));
        assertThat(told())
                .containsExactly(
                        "c1 SENT +0 spring HUMAN", "c1 CLICK +600 spring i1 HUMAN", "c2 CLICK +700 null i2 HUMAN");
        assertThat(history().counts()).containsEntry("unknown_people", 1L).containsEntry("from_the_ledger", 4L);
    }

    @Test
    void ourOwnMailsToPeopleWhoLeftTheFileAreNoEventsOfStrangers() throws Exception {
        send("c1", "ann@one.example");
        send("c9", "gone@nine.example");
        Evidence evidence = Evidence.gather(request(), campaign());
        assertThat(evidence.history().counts()).containsEntry("unknown_people", 1L);
        assertThat(ReadingNotes.of(evidence.catalog(), evidence.history())).isEmpty();
    }

    @Test
    void anEventThatTwoAccountsTellOfCountsOnce() throws Exception {
        send("c1", "ann@one.example");
        String rows = """
                c1,click,%1$s,i1,,
                c1,purchase,%1$s,i1,20,
                c1,purchase,%1$s,i1,20,
                c1,sent,%2$s,,,spring
                """.formatted(Instant.ofEpochSecond(SENT + 600), Instant.ofEpochSecond(SENT - 40));
        write("events.csv", "customer_id,event,timestamp,item_id,value,campaign\n" + rows);
        write(
                "more.csv",
                "customer_id,event,timestamp,item_id,value,campaign\n" + rows
                        + rows.lines().toList().get(1) + "\n");
        write("web.json", click("ann@one.example", SENT + 600, "a", "https://shop.example/tents/i1"));
        ingest("more.csv", "web.json");
        assertThat(told())
                .containsExactly(
                        "c1 SENT +0 spring HUMAN",
                        "c1 CLICK +600 null i1 HUMAN",
                        "c1 PURCHASE +600 null i1 HUMAN",
                        "c1 PURCHASE +600 null i1 HUMAN",
                        "c1 PURCHASE +600 null i1 HUMAN");
    }

    @Test
    void aGrownPackedOrRenamedLogAddsOnlyWhatIsNew() throws Exception {
        String header = "customer_id,event,timestamp,item_id,value\n";
        String row = "c1,purchase,2026-03-02T10:00:00Z,i1,20\n";
        write("shop.csv", header + row + row);
        assertThat(ingest("shop.csv").fresh()).isEqualTo(2);
        write("shop.csv", header + row + row + "c2,purchase,2026-03-02T11:00:00Z,i1,20\n" + row);
        assertThat(ingest("shop.csv"))
                .extracting(IngestStory::fresh, IngestStory::known)
                .containsExactly(2L, 2L);
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(Files.readAllBytes(folder.resolve("shop.csv")));
        }
        Files.write(folder.resolve("shop.1.csv.gz"), packed.toByteArray());
        assertThat(ingest("shop.1.csv.gz", "shop.csv"))
                .extracting(IngestStory::fresh, IngestStory::known)
                .containsExactly(0L, 8L);
        assertThat(kept()).hasSize(4);
    }

    @Test
    void aMailIsFoundByWhateverNamesIt() throws Exception {
        send("c1", "ann@one.example");
        send("c2", "bert@two.example");
        send("c3", "cy@b\u00fccher.example");
        var hashes = new KeyedHash(key);
        String event =
                "{\"email\":\"%s\",\"timestamp\":%d,\"event\":\"delivered\",\"sg_event_id\":\"%s\",\"sg_message_id\":\"%s\"%s}\n";
        long at = SENT + 60;
        write(
                "web.json",
                event.formatted(
                                "x@new.example",
                                at,
                                "1",
                                "z",
                                ",\"message\":\"" + hashes.envelope("spring", "", "c1") + "\"")
                        + event.formatted(
                                "x@new.example",
                                at,
                                "2",
                                "z",
                                ",\"smtp-id\":\"<" + hashes.messageId("spring", "", "c2") + "@shop.example>\"")
                        + event.formatted("x@new.example", at, "3", "z", ",\"person\":\"" + hashes.person("c2") + "\"")
                        + event.formatted("x@new.example", at, "4", "relay-c1.filter7", "")
                        + event.formatted("bert@two.example", at, "5", "z", "")
                        + event.formatted("bert@two.example", SENT - 9_000, "6", "z", "")
                        + event.formatted("x@new.example", at, "7", "z", "")
                        + event.formatted("Cy@B\u00dcCHER.example", at, "8", "z", "")
                        + event.formatted("BERT@Two.Example", at, "9", "z", ""));
        assertThat(ingest("web.json").linked()).isEqualTo(7);
        assertThat(kept().stream()
                        .map(line -> line.split("\\|", -1))
                        .map(cells -> cells[3] + " " + cells[5] + " " + cells[13])
                        .toList())
                .containsExactlyInAnyOrder(
                        "c1 spring message",
                        "c2 spring message_id",
                        "c2 spring person",
                        "c1 spring relay_id",
                        "c2 spring mailbox",
                        "c2 spring mailbox",
                        "c3 spring mailbox",
                        "  ",
                        "  ");
    }

    @Test
    void aMailThatTheRelayPutOffMayHaveArrivedSinceItWasTried() throws Exception {
        send(
                "c1",
                "ann@one.example",
                claim -> new Entry.Deferred(claim, "451 later", NOW.plusSeconds(600), NOW.plusSeconds(3600)));
        write("web.json", click("ann@one.example", SENT + 60, "1", "https://shop.example/tent"));
        assertThat(ingest("web.json").linked()).isOne();
        assertThat(kept()).singleElement().asString().contains("|c1|");
    }

    @Test
    void theNameOfAMailIsKnownAgainAndNoOtherIsTakenForIt() throws Exception {
        send("c1", "ann@one.example");
        send("c2", "bert@two.example");
        var hashes = new KeyedHash(key);
        String right = hashes.envelope("spring", "", "c1");
        String event =
                "{\"email\":\"%s\",\"timestamp\":%d,\"event\":\"open\",\"sg_event_id\":\"%d\",\"sg_message_id\":\"z\",\"message\":\"%s\"}\n";
        List<String> told = List.of(
                "ann@one.example " + right,
                "ann@one.example " + right.toUpperCase(Locale.ROOT),
                "ann@one.example " + hashes.envelope("spring", "", "c2"),
                "bert@two.example " + right,
                "ann@one.example " + "a".repeat(right.length()),
                "ann@one.example " + right.substring(0, right.length() - 1) + "1");
        var text = new StringBuilder();
        for (int i = 0; i < told.size(); i++) {
            String[] parts = told.get(i).split(" ", -1);
            text.append(event.formatted(parts[0], SENT + 60 + i, i, parts[1]));
        }
        write("web.json", text.toString());
        assertThat(ingest("web.json").linked()).isEqualTo(told.size());
        assertThat(kept().stream()
                        .map(line -> line.split("\\|", -1))
                        .map(cells -> cells[3] + " " + cells[13])
                        .toList())
                .containsExactly("c1 message", "c1 message", "c2 message", "c1 message", "c1 mailbox", "c1 mailbox");
    }

    @Test
    void fiveSoftBouncesInARowGiveAMailboxUpUnlessSomethingArrivesInBetween() throws Exception {
        String bounce =
                "{\"email\":\"%s\",\"timestamp\":%d,\"event\":\"%s\",\"sg_event_id\":\"%s\",\"sg_message_id\":\"m\",\"status\":\"4.2.2\",\"type\":\"bounce\"}\n";
        var text = new StringBuilder();
        for (int day = 0; day < 5; day++) {
            long second = SENT + 86_400L * day;
            text.append(bounce.formatted("ann@one.example", second, "bounce", "a" + day));
            text.append(bounce.formatted("bert@two.example", second, "bounce", "b" + day));
            text.append(bounce.formatted("cleo@three.example", SENT + day, "bounce", "c" + day));
        }
        text.append(bounce.formatted("bert@two.example", SENT + 86_400L * 3 + 5, "delivered", "d"));
        String all = text.toString();
        write("first.json", all.lines().limit(12).reduce("", (a, b) -> a + b + "\n"));
        write("all.json", all);
        assertThat(ingest("first.json").suppressed()).isEmpty();
        assertThat(ingest("all.json").suppressed()).isEqualTo(Map.of("bounced", 1));
        assertThat(ingest("all.json").suppressed()).isEmpty();
    }

    @Test
    void whatAForgerWritesIsKeptAndCountedAndSeenByNobody() throws Exception {
        send("c1", "ann@one.example");
        var text = new StringBuilder();
        for (int day = 1; day < 9; day++) {
            text.append("""
                    From MAILER-DAEMON Mon Mar  2 08:00:05 2026
                    From: MAILER-DAEMON@mx.example
                    To: news@shop.example
                    Subject: Undelivered Mail Returned to Sender
                    Date: %d Mar 2026 08:00:05 +0100
                    Content-Type: multipart/report; report-type=delivery-status; boundary=b1

                    --b1
                    Content-Type: message/delivery-status

                    Reporting-MTA: dns; mx.example

                    Final-Recipient: rfc822; ann@one.example
                    Action: failed
                    Status: %s
                    Diagnostic-Code: smtp; 550 %s unknown

                    --b1--

                    """.formatted(day, day > 6 ? "5.1.1" : "4.2.2", day > 6 ? "5.1.1" : "4.2.2"));
        }
        write("forged.mbox", text.toString());
        IngestStory story = ingest("forged.mbox");
        assertThat(story)
                .extracting(IngestStory::fresh, IngestStory::linked, IngestStory::unproven, IngestStory::suppressed)
                .containsExactly(8L, 0L, 2L, Map.of());
        assertThat(kept()).hasSize(8).allSatisfy(line -> assertThat(line).endsWith("|unsigned"));
        assertThat(told()).containsExactly("c1 SENT +0 spring HUMAN");
    }

    @Test
    void anyWayOfTakingTheSameLogInKeepsTheSameEvents() throws Exception {
        for (long seed = 1; seed <= 6; seed++) {
            var random = new Random(seed);
            List<String> lines = lines(random);
            restart();
            write("whole.json", String.join("", lines));
            ingest("whole.json");
            List<String> expected = kept();
            restart();
            int cut = random.nextInt(lines.size());
            while (cut > 0 && lines.get(cut).equals(lines.get(cut - 1))) {
                cut--;
            }
            write("log.2", String.join("", lines.subList(0, cut)));
            write("log.1", String.join("", lines.subList(cut, lines.size())));
            ingest("log.1", "log.2");
            assertThat(kept()).as("rotated, seed " + seed).isEqualTo(expected);
            restart();
            for (int round = 0; round < 5; round++) {
                int from = random.nextInt(lines.size());
                int to = from + random.nextInt(lines.size() - from + 1);
                // Equal lines stand beside each other, and a log is cut between seconds.
                while (from > 0 && lines.get(from).equals(lines.get(from - 1))) {
                    from--;
                }
                while (to < lines.size() && to > from && lines.get(to).equals(lines.get(to - 1))) {
                    to++;
                }
                write("part" + round + ".json", String.join("", lines.subList(from, to)));
                ingest("part" + round + ".json");
            }
            int grown = random.nextInt(lines.size());
            write("grown.json", String.join("", lines.subList(0, grown)));
            ingest("grown.json");
            List<String> names = new ArrayList<>(List.of("part0.json", "part1.json", "whole.json", "grown.json"));
            Collections.shuffle(names, random);
            ingest(names.toArray(String[]::new));
            assertThat(kept()).as("seed " + seed).isEqualTo(expected);
        }
    }

    /** Events with and without names of their own, some of them equal, some broken, and the last half-written. */
    private static List<String> lines(Random random) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < 120; i++) {
            String address = "p" + random.nextInt(9) + "@one.example";
            String line = switch (random.nextInt(4)) {
                case 0 -> click(address, SENT + i * 50L, "id" + i, "https://shop.example/" + i);
                case 1 ->
                    "{\"eventType\":\"Open\",\"mail\":{\"messageId\":\"m\",\"destination\":[\"" + address
                            + "\"]},\"open\":{\"timestamp\":\"" + Instant.ofEpochSecond(SENT + i * 50L) + "\"}}\n";
                case 2 -> "{\"half\": \n";
                default ->
                    "{\"RecordType\":\"Click\",\"Recipient\":\"" + address + "\",\"MessageID\":\"m" + i
                            + "\",\"OriginalLink\":\"https://shop.example/\",\"ReceivedAt\":\""
                            + Instant.ofEpochSecond(SENT + i * 50L) + "\"}\n";
            };
            for (int times = random.nextInt(3); times >= 0; times--) {
                lines.add(line);
            }
        }
        lines.add("{\"email\":\"ann@one.ex");
        return lines;
    }

    private void restart() throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().contains("personalize.db"))
                    .sorted(Collections.reverseOrder())
                    .toList()) {
                Files.delete(file);
            }
        }
    }
}
