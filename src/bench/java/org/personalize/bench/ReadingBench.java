package org.personalize.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.personalize.audience.Audience;
import org.personalize.audience.Customers;
import org.personalize.campaign.Campaign;
import org.personalize.csv.Rejects;
import org.personalize.village.SmallCampaign;

/**
 * What reading an audience takes beside a bare loop of the CSV parser over the same file, and how much memory it keeps.
 *
 * <p>The bare loop decodes UTF-8 and cuts every row into strings on one thread, and keeps nothing. Reading an audience
 * works on two threads, one that cuts the rows and one that takes them: it finds out encoding, dialect and types, checks
 * every address, merges mailboxes and keeps everybody. Since two threads have more of a machine than one, the time that
 * all processors spent is compared beside the time on the clock; it counts the garbage collector's and the compiler's work
 * too, on both sides. The two take turns in one process, the first rounds only warm them up, and the medians are compared.
 *
 * <p>Rows in which quotes are doubled go to the CSV parser in both, other rows only in the bare loop. The same people are
 * read from three files: without any quote, with one cell of each row quoted, and with every cell quoted.
 */
public final class ReadingBench {

    private static final int WARM_ROUNDS = 2;
    private static final int ROUNDS = 7;
    private static final int DEFAULT_ROWS = 500_000;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int BYTES_PER_MEGABYTE = 1 << 20;
    private static final int COLUMNS = 12;
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private ReadingBench() {}

    public static void main(String[] args) throws IOException {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_ROWS;
        Path folder = Files.createTempDirectory("reading-bench");
        Path file = folder.resolve("customers.csv");
        try {
            for (Quotes quotes : Quotes.values()) {
                System.out.printf("-- %s%n", quotes.wording);
                write(file, rows, quotes);
                compare(file, rows, System.out);
            }
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    /** How much of the file stands in quotes. */
    private enum Quotes {
        NONE("no cell quoted"),
        ONE_CELL("one cell of every row quoted, as it holds a comma"),
        EVERY_CELL("every cell quoted");

        private final String wording;

        Quotes(String wording) {
            this.wording = wording;
        }

        String row(String start, String last) {
            return switch (this) {
                case NONE -> start + ',' + last.replace(",", "") + '\n';
                case ONE_CELL -> start + ",\"" + last + "\"\n";
                case EVERY_CELL -> '"' + start.replace(",", "\",\"") + "\",\"" + last + "\"\n";
            };
        }
    }

    private static void compare(Path file, int rows, PrintStream out) throws IOException {
        List<Cost> bare = new ArrayList<>();
        List<Cost> ours = new ArrayList<>();
        long kept = 0;
        for (int round = -WARM_ROUNDS; round < ROUNDS; round++) {
            long before = used();
            var start = Cost.soFar();
            long characters = loop(file);
            var loop = Cost.soFar().minus(start);
            used();
            start = Cost.soFar();
            Customers audience = Audience.read(campaign(file), new Rejects());
            var reading = Cost.soFar().minus(start);
            kept = used() - before;
            if (audience.size() != rows || characters == 0) {
                throw new IllegalStateException("read " + audience.size() + " of " + rows);
            }
            if (round >= 0) {
                bare.add(loop);
                ours.add(reading);
            }
        }
        out.printf("rows                %,12d, medians of %d rounds%n", rows, ROUNDS);
        tell(out, "on the clock", bare, ours, Cost::clock);
        tell(out, "of all processors", bare, ours, Cost::processors);
        out.printf("memory kept         %12d MB%n", kept / BYTES_PER_MEGABYTE);
    }

    private static void tell(
            PrintStream out, String what, List<Cost> bare, List<Cost> ours, ToDoubleFunction<Cost> cost) {
        double bareSeconds = median(bare, cost);
        double ourSeconds = median(ours, cost);
        out.printf("time %s%n", what);
        out.printf("  bare loop         %12.3f s, one thread%n", bareSeconds);
        out.printf("  audience          %12.3f s, two threads%n", ourSeconds);
        out.printf("  ratio             %12.2f%n", ourSeconds / bareSeconds);
    }

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> cost) {
        return costs.stream()
                .mapToDouble(cost)
                .sorted()
                .skip(costs.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    /** Seconds that passed, and seconds that the process had of all processors. */
    private record Cost(double clock, double processors) {

        static Cost soFar() {
            return new Cost(System.nanoTime() / NANOS_PER_SECOND, MACHINE.getProcessCpuTime() / NANOS_PER_SECOND);
        }

        Cost minus(Cost earlier) {
            return new Cost(clock - earlier.clock, processors - earlier.processors);
        }
    }

    private static long loop(Path file) throws IOException {
        long characters = 0;
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                var parser = CSVParser.builder()
                        .setReader(reader)
                        .setFormat(CSVFormat.RFC4180)
                        .get()) {
            for (CSVRecord row : parser) {
                for (int i = 0; i < COLUMNS; i++) {
                    characters += row.get(i).length();
                }
            }
        }
        return characters;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void write(Path file, int rows, Quotes quotes) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("customer_id,email,first_name,last_name,language,country,time_zone,"
                    + "marketing_opt_in,birthday,total_spent,tier,interests\n");
            for (int i = 0; i < rows; i++) {
                String start = "C" + i + ",person" + i + "@mail" + i % 97 + ".example,Name" + i % 5_003 + ",Family"
                        + i % 20_011
                        + ",en,DE,Europe/Berlin,yes,19" + (50 + i % 50) + "-0" + (1 + i % 9) + "-1" + i % 9 + ","
                        + i % 997
                        + "." + (10 + i % 90) + ",gold";
                out.write(quotes.row(start, "tents|boots, high"));
            }
        }
    }

    private static Campaign campaign(Path file) {
        return SmallCampaign.in(file.getParent())
                .customers(Map.of())
                .rules(SmallCampaign.consentIn("marketing_opt_in"))
                .campaign();
    }
}
