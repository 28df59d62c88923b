package org.personalize.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.personalize.csv.RejectLimit;
import org.personalize.run.DryRun;
import org.personalize.run.Progress;
import org.personalize.run.Request;
import org.personalize.run.Selection;
import org.personalize.run.StopSignal;

/**
 * A dry run of many people beside a bare FreeMarker loop over the same template and data, on the same number of threads, in
 * one process and in turns, so that a busy machine is unfair to both alike.
 */
public final class Benchmarks {

    private static final int ROUNDS = 9;
    private static final double MICROS = 1e6;
    private static final double NANOS = 1e9;
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final Instant NOW = Instant.parse("2026-11-01T09:00:00Z");

    private Benchmarks() {}

    /** @param args how many customers; 100,000 unless given */
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        int customers = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        Path folder = Files.createTempDirectory("personalize-bench");
        try {
            Path campaign = BenchWorkspace.lay(folder, customers);
            compare(folder, campaign, customers);
        } finally {
            remove(folder);
        }
    }

    private static void compare(Path folder, Path campaign, int customers)
            throws IOException, InterruptedException, ExecutionException {
        int threads = Runtime.getRuntime().availableProcessors();
        List<Effort> bare = new ArrayList<>();
        List<Effort> ours = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            bare.add(Effort.of(() -> BareLoop.render(folder, threads)));
            ours.add(Effort.of(() -> dryRun(campaign, folder.resolve("previews"))));
            say(
                    "round %d: bare loop %.0f mails/s (CPU %.0f us each), dry run %.0f mails/s (CPU %.0f us each), %.2f of it",
                    round + 1,
                    customers / bare.get(round).seconds(),
                    bare.get(round).cpuSeconds() * MICROS / customers,
                    customers / ours.get(round).seconds(),
                    ours.get(round).cpuSeconds() * MICROS / customers,
                    bare.get(round).seconds() / ours.get(round).seconds());
        }
        say(
                "median: the dry run reaches %.2f of the bare loop's rate, on %d threads; by CPU time %.2f",
                median(bare, Effort::seconds) / median(ours, Effort::seconds),
                threads,
                median(bare, Effort::cpuSeconds) / median(ours, Effort::cpuSeconds));
    }

    private static long dryRun(Path campaign, Path out) throws IOException {
        var request = new Request(campaign, NOW, RejectLimit.DEFAULT, Map.of(), Progress.NONE, StopSignal.NEVER);
        return DryRun.run(request, Selection.EVERYBODY, out, 0, "bench")
                .counts()
                .rendered();
    }

    private interface Work {
        long run() throws IOException, InterruptedException, ExecutionException;
    }

    /** What a piece of work took: by the clock on the wall, and of all processors together. */
    private record Effort(double seconds, double cpuSeconds) {

        /** As after the start of a program, nothing of an earlier round is left to be cleared away. */
        static Effort of(Work work) throws IOException, InterruptedException, ExecutionException {
            System.gc();
            long start = System.nanoTime();
            long cpuStart = PROCESS.getProcessCpuTime();
            if (work.run() == 0) {
                throw new IllegalStateException("nothing was rendered");
            }
            return new Effort((System.nanoTime() - start) / NANOS, (PROCESS.getProcessCpuTime() - cpuStart) / NANOS);
        }
    }

    private static double median(List<Effort> efforts, ToDoubleFunction<Effort> measure) {
        double[] sorted = efforts.stream().mapToDouble(measure).sorted().toArray();
        return sorted[(sorted.length - 1) / 2];
    }

    private static void say(String form, Object... values) {
        System.out.println(String.format(Locale.ROOT, form, values));
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
