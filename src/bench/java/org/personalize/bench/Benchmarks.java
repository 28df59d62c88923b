package org.personalize.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
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

    private static final int ROUNDS = 4;
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
        List<Double> bare = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            bare.add(seconds(() -> BareLoop.render(folder, threads)));
            ours.add(seconds(() -> dryRun(campaign, folder.resolve("previews"))));
            say(
                    "round %d: bare loop %.0f mails/s, dry run %.0f mails/s, %.2f of it",
                    round + 1,
                    customers / bare.get(round),
                    customers / ours.get(round),
                    bare.get(round) / ours.get(round));
        }
        say(
                "median: the dry run reaches %.2f of the bare loop's rate, on %d threads",
                median(bare) / median(ours), threads);
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

    private static double seconds(Work work) throws IOException, InterruptedException, ExecutionException {
        long start = System.nanoTime();
        if (work.run() == 0) {
            throw new IllegalStateException("nothing was rendered");
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(d -> d).sorted().toArray();
        return Arrays.stream(sorted).skip((sorted.length - 1) / 2).findFirst().orElseThrow();
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
