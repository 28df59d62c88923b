package org.personalize.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.personalize.audience.Mailbox;
import org.personalize.campaign.Draw;
import org.personalize.csv.RejectLimit;
import org.personalize.ledger.Census;
import org.personalize.ledger.Change;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Promise;
import org.personalize.ledger.Promise.Shown;
import org.personalize.plan.Decision.Group;
import org.personalize.plan.GroupLot;
import org.personalize.report.CampaignReport;
import org.personalize.report.Health;
import org.personalize.run.Progress;
import org.personalize.run.Reporting;
import org.personalize.run.Request;
import org.personalize.run.StopSignal;

/**
 * What a report takes, from the files and the ledger to the figures: time, and the most memory that was in use. Where a model
 * was trained in the folder, as {@code personalize train week.yaml} does, it is judged by the mails, too.
 */
public final class ReportBench {

    private static final String CAMPAIGN = "week-102";
    private static final Instant SENT = LargeShop.NOW.minusSeconds(15 * 86_400);
    private static final int ITEMS = 5_000;
    private static final int PEOPLE_PER_CLICK = 20;
    private static final int SECONDS_TO_CLICK = 600;
    private static final String SEED = "bench";
    private static final double NANOS = 1e9;
    private static final int BYTES_PER_MEGABYTE = 1 << 20;
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private ReportBench() {}

    /** @param args an empty folder, and how many people and events; a million and ten million unless given */
    public static void main(String[] args) throws IOException, SQLException {
        Path folder = Path.of(args[0]);
        int people = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
        int events = args.length > 2 ? Integer.parseInt(args[2]) : 10_000_000;
        Path campaign = folder.resolve("week.yaml");
        if (Files.notExists(campaign)) {
            LargeShop.layReactive(folder, people, ITEMS, events, 1);
            send(folder.resolve("personalize.db"), people);
            react(folder.resolve("events.csv"), people);
            Files.writeString(campaign, """
                    campaign: %s
                    data: {customers: customers.csv, items: items.csv, events: events.csv}
                    audience: {consent: marketing_opt_in}
                    groups: {no_mail: 5%%, plain_mail: 10%%}
                    seed: %s
                    """.formatted(CAMPAIGN, SEED));
        }
        measure(campaign, people, events);
    }

    private static void measure(Path campaign, int people, int events) throws IOException {
        var request =
                new Request(campaign, LargeShop.NOW, RejectLimit.DEFAULT, Map.of(), Progress.NONE, StopSignal.NEVER);
        long cpu = PROCESS.getProcessCpuTime();
        long start = System.nanoTime();
        CampaignReport report =
                Reporting.run(request, new Reporting.Orders(false, false, null)).report();
        double seconds = (System.nanoTime() - start) / NANOS;
        double cpuSeconds = (PROCESS.getProcessCpuTime() - cpu) / NANOS;
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.printf(
                Locale.ROOT,
                "%,d people, %,d events: %,d accepted mails reported in %.1f s (%.1f s of CPU), at most %d MB in use%n%s%n%s%n",
                people,
                events,
                report.outcomes().mails(),
                seconds,
                cpuSeconds,
                peak / BYTES_PER_MEGABYTE,
                report.mail().headline(),
                report.health().map(Health::sentence).orElse(""));
    }

    private static void send(Path file, int people) throws IOException, SQLException {
        var edition = new Edition(CAMPAIGN, "");
        var draw = new Draw(SEED);
        try (Ledger ledger = Ledger.open(file.toString())) {
            Iterable<Change> changes = () ->
                    IntStream.range(0, people).mapToObj(i -> change(i, draw)).iterator();
            ledger.revise(edition, changes, new Census(people, 0, 0, 0, Map.of()), SENT);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE mail SET state = 'accepted', done_at = send_at + 5 WHERE state = 'planned'");
        }
    }

    /** Some follow a link of their mail. */
    private static void react(Path events, int people) throws IOException {
        try (Writer out = Files.newBufferedWriter(events, StandardOpenOption.APPEND)) {
            for (int number = 0; number < people; number += PEOPLE_PER_CLICK) {
                out.write("c" + number + ",click," + sendAt(number).plusSeconds(SECONDS_TO_CLICK) + ",i"
                        + number % ITEMS + "," + CAMPAIGN + ",,,phone\n");
            }
        }
    }

    private static Instant sendAt(int number) {
        return SENT.plusSeconds(3_600L * (number % 48));
    }

    private static Change change(int number, Draw draw) {
        String id = "c" + number;
        double lot = GroupLot.of(draw, id);
        Group group = lot < 0.05 ? Group.NO_MAIL : lot >= 0.9 ? Group.PLAIN_MAIL : Group.NONE;
        Instant sendAt = sendAt(number);
        var promise = new Promise(
                id,
                new Mailbox("p" + number, "mail" + number % 97 + ".example"),
                ZoneOffset.UTC,
                sendAt,
                sendAt.plusSeconds(86_400),
                group == Group.NO_MAIL ? "" : group == Group.NONE && number % 2 == 0 ? "picked" : "plain",
                group == Group.NONE ? 0.5 : 1,
                1,
                group,
                group == Group.NO_MAIL
                        ? Map.of()
                        : Map.of("picks", List.of(shown(number), shown(number + 7), shown(number + 41), shown(3))));
        return group == Group.NO_MAIL ? new Change.KeptBack(promise) : new Change.Promised(promise);
    }

    private static Shown shown(int number) {
        return new Shown("i" + number % ITEMS, "popular");
    }
}
