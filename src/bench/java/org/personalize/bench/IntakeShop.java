package org.personalize.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.personalize.audience.Mailbox;
import org.personalize.campaign.EventMapping;
import org.personalize.campaign.KeyedHash;
import org.personalize.campaign.SecretKey;
import org.personalize.csv.RejectLimit;
import org.personalize.ledger.Caps;
import org.personalize.ledger.Census;
import org.personalize.ledger.Change;
import org.personalize.ledger.Claim;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Entry;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Promise;
import org.personalize.ledger.Shift;
import org.personalize.plan.Decision.Group;
import org.personalize.run.IngestStory;
import org.personalize.run.Ingesting;
import org.personalize.run.Request;

/** A workspace whose ledger has seen many mails go out. */
record IntakeShop(Path folder) implements AutoCloseable {

    private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");
    private static final Edition EDITION = new Edition("spring-sale", "");
    private static final int AT_ONCE = 1_000;

    static IntakeShop make(int mails) throws Exception {
        Path folder = Files.createTempDirectory("intake-shop");
        Files.writeString(folder.resolve("spring.yaml"), "campaign: spring-sale\n");
        SecretKey.readOrCreate(folder.resolve("personalize.key"));
        try (Ledger ledger = Ledger.open(folder.resolve("personalize.db").toString())) {
            List<Change> changes = new ArrayList<>();
            for (int i = 0; i < mails; i++) {
                changes.add(new Change.Promised(promise(i)));
            }
            ledger.revise(EDITION, changes, new Census(mails, 0, 0, 0, Map.of()), NOW);
            try (Shift shift = ledger.begin(EDITION, "bench", "bench", NOW)) {
                List<Claim> claims = shift.claim(AT_ONCE, NOW, Caps.NONE);
                while (!claims.isEmpty()) {
                    shift.commit(claims.stream().<Entry>map(Entry.Finish::new).toList(), NOW, Caps.NONE);
                    shift.commit(
                            claims.stream()
                                    .<Entry>map(claim -> new Entry.Accepted(claim, "250 ok", "relay-" + claim.id()))
                                    .toList(),
                            NOW,
                            Caps.NONE);
                    claims = shift.claim(AT_ONCE, NOW, Caps.NONE);
                }
            }
        }
        return new IntakeShop(folder);
    }

    private static Promise promise(int person) {
        return new Promise(
                "c" + person,
                new Mailbox("person" + person, "shop.example"),
                ZoneOffset.UTC,
                NOW,
                NOW.plus(Duration.ofHours(12)),
                "only",
                1,
                1,
                Group.NONE,
                Map.of());
    }

    KeyedHash names() throws IOException {
        return new KeyedHash(SecretKey.read(folder.resolve("personalize.key")));
    }

    IngestStory ingest(Path file) throws Exception {
        var request = new Request(
                folder.resolve("spring.yaml"),
                NOW.plus(Duration.ofDays(1)),
                RejectLimit.DEFAULT,
                Map.of(),
                (stage, done, all) -> {},
                () -> false);
        return Ingesting.run(request, new Ingesting.Orders(List.of(file), null, EventMapping.NONE, null, "bench"));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
