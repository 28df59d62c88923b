package org.personalize.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.personalize.plan.Origin;
import org.personalize.plan.PlanDifferences;
import org.personalize.plan.PlanHead;
import org.personalize.plan.PlanRow;
import org.personalize.plan.PlanRow.Pick;

/**
 * What it takes to compare a plan of many people with an older one in a file: a tenth of the people are moved, a tenth get
 * other items, and a few join and leave. Neither plan is kept, so that the memory is the same for any number of people.
 */
public final class DiffBench {

    private static final int ROUNDS = 3;
    private static final int ITEMS = 5_000;
    private static final double NANOS = 1e9;
    private static final double MEGABYTES = 1 << 20;
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final PlanHead HEAD = new PlanHead(Origin.UNKNOWN, "bench", "", Instant.EPOCH, "seed");

    private DiffBench() {}

    /** @param args how many people; 1,000,000 unless given */
    public static void main(String[] args) throws IOException {
        int people = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        Path folder = Files.createTempDirectory("diff-bench");
        Path list = folder.resolve("changes.csv");
        try {
            for (String name : List.of("plan.json", "plan.csv")) {
                Path older = folder.resolve(name);
                write(older, rows(people, 0));
                for (int round = 0; round < ROUNDS; round++) {
                    compare(older, rows(people, 1), list);
                }
                Files.delete(older);
            }
        } finally {
            Files.deleteIfExists(list);
            Files.delete(folder);
        }
    }

    private static void compare(Path older, Iterator<PlanRow> rows, Path list) throws IOException {
        long start = System.nanoTime();
        long cpu = PROCESS.getProcessCpuTime();
        PlanDifferences differences = PlanDifferences.of(older, HEAD, rows, list);
        System.out.printf(
                Locale.ROOT,
                "%s of %.0f MB: %.1f s on the clock, %.1f s of processors; %,d unchanged, %s%n",
                older.getFileName(),
                Files.size(older) / MEGABYTES,
                (System.nanoTime() - start) / NANOS,
                (PROCESS.getProcessCpuTime() - cpu) / NANOS,
                differences.unchanged(),
                differences.changes());
    }

    private static Iterator<PlanRow> rows(int people, int version) {
        return IntStream.range(0, people)
                .filter(person -> person % 1_000 != version)
                .mapToObj(person -> row(person, version))
                .iterator();
    }

    private static PlanRow row(int person, int version) {
        int hour = 10 + person % 7 + (person % 10 == 3 ? version : 0);
        int item = person % ITEMS + (person % 10 == 7 ? version : 0);
        return new PlanRow(
                "c" + (100_000_000 + person),
                "person" + person + "@mail" + person % 60 + ".example",
                "bench",
                "planned",
                "",
                "2026-03-02T" + hour + ":15:00Z",
                "2026-03-02T" + hour + ":15:00+00:00",
                "0.250000",
                "plain",
                "0.500000",
                "",
                Map.of(
                        "hero",
                        picks(item, 1),
                        "last",
                        picks(item, 1),
                        "more",
                        picks(item, 2),
                        "picks",
                        picks(item, 4)));
    }

    private static List<Pick> picks(int item, int count) {
        return IntStream.range(0, count)
                .mapToObj(place -> new Pick("item-" + (item + place), "interest", ""))
                .toList();
    }

    private static void write(Path file, Iterator<PlanRow> rows) throws IOException {
        boolean isJson = file.toString().endsWith(".json");
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.append(
                    isJson
                            ? "{\"format\":1,\"version\":\"\",\"java\":\"\",\"time_zones\":\"\",\"inputs\":[],"
                                    + "\"campaign\":\"bench\",\"occurrence\":\"\",\"now\":\"1970-01-01T00:00:00Z\","
                                    + "\"seed\":\"seed\",\"people\":[\n"
                            : "customer_id,email,campaign,status,reason,send_at,local_time,hour_chance,variant,"
                                    + "variant_chance,group,hero,last,more,picks\n");
            while (rows.hasNext()) {
                PlanRow row = rows.next();
                out.append(isJson ? object(row) + (rows.hasNext() ? ",\n" : "\n") : cells(row));
            }
            out.append(isJson ? "],\"seal\":\"\"}\n" : "");
        }
    }

    private static String object(PlanRow row) {
        return "{\"customer_id\":\"" + row.customerId() + "\",\"email\":\"" + row.email()
                + "\",\"campaign\":\"bench\",\"status\":\"planned\",\"send_at\":\"" + row.sendAt()
                + "\",\"local_time\":\"" + row.localTime()
                + "\",\"hour_chance\":0.250000,\"variant\":\"plain\",\"variant_chance\":0.500000,\"slots\":{"
                + IntStream.range(0, SLOTS.size())
                        .mapToObj(slot -> "\"" + SLOTS.get(slot) + "\":["
                                + row.slots().get(SLOTS.get(slot)).stream()
                                        .map(pick -> "{\"item_id\":\"" + pick.item() + "\",\"why\":\"interest\"}")
                                        .collect(Collectors.joining(","))
                                + "]")
                        .collect(Collectors.joining(","))
                + "}}";
    }

    private static final List<String> SLOTS = List.of("hero", "last", "more", "picks");

    private static String cells(PlanRow row) {
        return row.customerId() + "," + row.email() + ",bench,planned,," + row.sendAt() + "," + row.localTime()
                + ",0.250000,plain,0.500000,,"
                + SLOTS.stream()
                        .map(slot ->
                                row.slots().get(slot).stream().map(Pick::item).collect(Collectors.joining("|")))
                        .collect(Collectors.joining(","))
                + "\n";
    }
}
