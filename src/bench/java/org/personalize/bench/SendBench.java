package org.personalize.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.personalize.csv.RejectLimit;
import org.personalize.plan.Fate;
import org.personalize.run.DryRun;
import org.personalize.run.Progress;
import org.personalize.run.Request;
import org.personalize.run.Selection;
import org.personalize.run.SendOrders;
import org.personalize.run.SendStory;
import org.personalize.run.Sending;
import org.personalize.run.StopSignal;

/**
 * The whole flow of sending, from the campaign's files to the last outcome in a fresh ledger, over 8 connections to
 * postfix's smtp-sink. Beside it postfix's smtp-source sends canned bytes of the same size in as many sessions, and a plain
 * loop over one Transport renders and sends the same mails. All take turns in one process, so that the first round shows a
 * cold program and the others a warm one. Processor time tells more than the clock on a machine that does other work too:
 * what smtp-sink takes is the same price for everybody.
 */
public final class SendBench {

    private static final int ROUNDS = 5;
    private static final int CONNECTIONS = 8;
    private static final int PLAIN_MAILS = 100;
    private static final int QUICK_MAILS = 2_000;
    private static final double NANOS = 1e9;
    private static final double MICROS = 1e6;
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Path folder;
    private final Path campaign;
    private final int mails;
    private final int bytes;
    private final Sink sink;
    private final PlainLoop loop;

    private SendBench(Path folder, Path campaign, int mails, Sink sink) throws IOException {
        this.folder = folder;
        this.campaign = campaign;
        this.mails = mails;
        this.sink = sink;
        bytes = mailBytes();
        loop = new PlainLoop(folder);
    }

    /** @param args how many mails; 20,000 unless given. Then how many rounds; 5 unless given. */
    public static void main(String[] args) throws Exception {
        System.setProperty("jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
        int mails = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : ROUNDS;
        Path folder = Files.createTempDirectory("send-bench");
        try (Sink sink = Sink.open()) {
            Path campaign = BenchWorkspace.lay(folder, mails);
            address(campaign, sink.port());
            new SendBench(folder, campaign, mails, sink).compare(rounds);
        } finally {
            remove(folder);
        }
    }

    private static void address(Path campaign, int port) throws IOException {
        String always = Files.readString(campaign).replaceAll("(?m)^schedule:.*\n", "");
        Files.writeString(
                campaign,
                always
                        + "smtp: {host: %s, port: %d, security: none, connections: %d}\n"
                                .formatted(Sink.HOST, port, CONNECTIONS));
    }

    private interface Work {
        void run() throws Exception;
    }

    /** Mails a second, and the microseconds of processor time that a mail takes here and in smtp-sink. */
    private record Effort(double rate, double ownMicros, double sinkMicros) {

        /** What the machine could do if it did nothing else: all its processors, for as long as the work takes. */
        double potential() {
            return Runtime.getRuntime().availableProcessors() * MICROS / (ownMicros + sinkMicros);
        }
    }

    private Effort measure(int count, Work work) throws Exception {
        double sinkBefore = sink.cpuSeconds();
        double ownBefore = ownCpuSeconds();
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / NANOS;
        return new Effort(
                count / seconds,
                (ownCpuSeconds() - ownBefore) * MICROS / count,
                (sink.cpuSeconds() - sinkBefore) * MICROS / count);
    }

    private static double ownCpuSeconds() throws IOException {
        return PROCESS.getProcessCpuTime() / NANOS + Sink.endedCpuSeconds();
    }

    private void compare(int rounds) throws Exception {
        say("%d mails of %d bytes over %d connections", mails, bytes, CONNECTIONS);
        for (int round = 1; round <= rounds; round++) {
            Effort source = measure(mails, () -> sink.fillBySource(mails, bytes, CONNECTIONS));
            var ours = measure(mails, this::send);
            Effort quick = measure(QUICK_MAILS, () -> loop.send(QUICK_MAILS, sink.port(), true));
            Effort plain = measure(PLAIN_MAILS, () -> loop.send(PLAIN_MAILS, sink.port(), false));
            say("round %d%s", round, round == 1 ? " (cold)" : "");
            tell("smtp-source -s 8 -d", source, source);
            tell("the whole flow", ours, source);
            tell("Transport, no delay", quick, source);
            tell("Transport as shipped", plain, source);
            say(
                    "  the flow is %.1f times the loop with no delay, %.0f times the loop as shipped",
                    ours.rate() / quick.rate(), ours.rate() / plain.rate());
        }
    }

    private static void tell(String who, Effort effort, Effort source) {
        say(
                "  %-22s %7.0f mails/s, %.2f of smtp-source; CPU a mail %4.0f us, smtp-sink %3.0f us; by CPU %.2f",
                who,
                effort.rate(),
                effort.rate() / source.rate(),
                effort.ownMicros(),
                effort.sinkMicros(),
                effort.potential() / source.potential());
    }

    private void send() throws Exception {
        forget();
        InstantSource clock = InstantSource.system();
        var orders = new SendOrders(clock, System::nanoTime, "bench", "bench", null, null, false, story -> true);
        SendStory story = Sending.run(request(clock.instant()), Selection.EVERYBODY, orders);
        if (story.results().of(Fate.ACCEPTED) != mails) {
            throw new IllegalStateException("not everybody was accepted");
        }
    }

    private Request request(Instant now) {
        return new Request(campaign, now, RejectLimit.DEFAULT, Map.of(), Progress.NONE, StopSignal.NEVER);
    }

    /** A ledger that knows of nothing. */
    private void forget() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().matches("personalize\\.(db|key).*"))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    /** How large a mail is on its way. */
    private int mailBytes() throws IOException {
        Path out = folder.resolve("previews");
        DryRun.run(request(Instant.now()), new Selection(1, List.of()), out, 1, "bench");
        try (Stream<Path> files = Files.walk(out)) {
            Path mail = files.filter(f -> f.toString().endsWith(".eml"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("there is no preview"));
            return (int) Files.size(mail);
        }
    }

    private static void say(String form, Object... values) {
        System.out.println(String.format(Locale.ROOT, form, values));
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
