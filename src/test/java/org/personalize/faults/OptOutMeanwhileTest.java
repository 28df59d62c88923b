package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.personalize.faults.Relay.Stage;
import org.personalize.ledger.Occupied;
import org.personalize.plan.Reason;
import org.personalize.run.Selection;
import org.personalize.run.SendOrders;
import org.personalize.run.SendStory;
import org.personalize.run.SendStory.End;
import org.personalize.run.Sending;

/** Suppression files that come or change while a run goes on. */
class OptOutMeanwhileTest extends AtARelay {

    private static final int PEOPLE = 30;

    /** So many times as fast goes the clock by which a run looks at the files. */
    private static final long HASTE = 60;

    private static final String EARLIER = "customer_id,event,timestamp\nc26,subscribe,2026-02-01T12:00:00Z\n";

    private Shop shop;

    @BeforeEach
    void open() throws IOException {
        relay.answeringAfter(20);
        shop = Shop.of(folder, relay, PEOPLE)
                .with("connections: 4", "connections: 1")
                .with(
                        "customers: customers.csv",
                        "customers: customers.csv, events: events.csv, suppressions: optouts/*.csv");
        Files.createDirectories(folder.resolve("optouts"));
        shop.write("optouts/old.csv", "email\nnobody@elsewhere.example\n");
        shop.write("events.csv", EARLIER);
    }

    private SendStory sendWhile(Writing writing) throws IOException, Occupied {
        var isWritten = new AtomicBoolean();
        relay.misbehaving((stage, visit) -> {
            if (stage == Stage.RCPT && isWritten.compareAndSet(false, true)) {
                try {
                    writing.write();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return null;
        });
        Instant start = Instant.now();
        var hasty = new SendOrders(
                Instant::now, () -> HASTE * System.nanoTime(), "a test", "here", null, null, false, story -> true);
        return Sending.run(shop.request(start), Selection.EVERYBODY, hasty);
    }

    private interface Writing {
        void write() throws IOException;
    }

    @Test
    void whoOptsOutInAFileDuringARunIsNotMailedByIt() throws IOException, Occupied, InterruptedException {
        SendStory story = sendWhile(() -> {
            shop.write("optouts/new.csv", "email\n" + Shop.address(29) + "\n");
            shop.write("optouts/old.csv", "email\nnobody@elsewhere.example\n@d28.example\n");
        });
        assertThat(story.end()).isEqualTo(End.DONE);
        assertThat(relay.accepted()).hasSize(PEOPLE - 2).doesNotContainKeys(Shop.address(28), Shop.address(29));
        assertThat(story.counts().skipped()).isEqualTo(Map.of(Reason.SUPPRESSED, 2L));
        assertThat(story.notes())
                .contains(
                        "The opt-outs in optouts/new.csv that came during this run counted at once.",
                        "The opt-outs in optouts/old.csv that came during this run counted at once.");
        Verdict.on(shop, relay, "opted out meanwhile").isComplete();
    }

    @Test
    void aFileThatCannotBeReadTakesNothingFromTheOthersAndIsTold() throws IOException, Occupied {
        SendStory story = sendWhile(() -> {
            shop.write("optouts/a.csv", "PK\u0003\u0004 a sheet");
            shop.write("optouts/b.csv", "email\nnot an address\n" + Shop.address(28) + "\n");
            shop.write("optouts/c.csv", "shoe size\n41\n");
            shop.write("optouts/d.csv", "email\n" + Shop.address(29) + "\n");
        });
        assertThat(story.end()).isEqualTo(End.DONE);
        assertThat(relay.accepted()).hasSize(PEOPLE - 2).doesNotContainKeys(Shop.address(28), Shop.address(29));
        assertThat(story.notes())
                .anySatisfy(note -> assertThat(note)
                        .contains("in optouts/a.csv that", "but not all of it: ", "Excel", "Export the table as CSV."))
                .anySatisfy(note -> assertThat(note)
                        .contains("1 row cannot be read, such as optouts/b.csv:2: column email: expected an address"))
                .anySatisfy(note -> assertThat(note).contains("optouts/c.csv", "expected a column email"))
                .contains("The opt-outs in optouts/d.csv that came during this run counted at once.");
    }

    @Test
    void whoHasSubscribedSinceIsMailedAllTheSame() throws IOException, Occupied {
        SendStory story = sendWhile(() -> shop.write(
                "optouts/new.csv",
                "customer_id,reason,timestamp\nc26,unsubscribed,2026-01-01T12:00:00Z\n"
                        + "c27,unsubscribed,2026-01-01T12:00:00Z\n"));
        assertThat(story.counts().skipped()).isEqualTo(Map.of(Reason.UNSUBSCRIBED, 1L));
        assertThat(relay.accepted()).hasSize(PEOPLE - 1).doesNotContainKey(Shop.address(27));
    }
}
