package org.personalize.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.personalize.audience.Audience;
import org.personalize.audience.Customers;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Sources.Source;
import org.personalize.catalog.Catalog;
import org.personalize.csv.Rejects;
import org.personalize.history.History;
import org.personalize.history.Messages;
import org.personalize.history.OptOuts;
import org.personalize.history.Reading;
import org.personalize.history.SignalRule;
import org.personalize.village.SmallCampaign;

/**
 * What reading a history takes: seconds on the clock and of all processors, and the memory it keeps. A tenth of the events
 * is read first, of as many people, so that one sees whether ten times as much takes ten times as long.
 */
public final class HistoryBench {

    private static final int DEFAULT_EVENTS = 10_000_000;
    private static final int DEFAULT_PEOPLE = 1_000_000;
    private static final int ITEMS = 50_000;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int BYTES_PER_MEGABYTE = 1 << 20;
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private HistoryBench() {}

    /** @param args how many events and people */
    public static void main(String[] args) throws IOException {
        int events = args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_EVENTS;
        int people = args.length > 1 ? Integer.parseInt(args[1]) : DEFAULT_PEOPLE;
        for (int part : new int[] {events / 10, events}) {
            Path folder = Files.createTempDirectory("history-bench");
            try {
                LargeShop.lay(folder, people, ITEMS, part, 1);
                read(folder);
            } finally {
                clear(folder);
            }
        }
    }

    private static void read(Path folder) {
        Campaign campaign = SmallCampaign.in(folder)
                .customers(Map.of())
                .rules(SmallCampaign.consentIn("marketing_opt_in"))
                .campaign();
        Customers audience = Audience.read(campaign, new Rejects());
        Catalog catalog = Catalog.read(source(folder, "items.csv"), ZoneOffset.UTC, new Rejects());
        long before = used();
        double clock = System.nanoTime() / NANOS_PER_SECOND;
        double processors = MACHINE.getProcessCpuTime() / NANOS_PER_SECOND;
        double taker = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / NANOS_PER_SECOND;
        var reading =
                new Reading(ZoneOffset.UTC, LargeShop.NOW, SignalRule.DEFAULTS, audience, catalog, OptOuts.IGNORED);
        History history = History.read(source(folder, "events.csv"), reading, new Rejects());
        double read = System.nanoTime() / NANOS_PER_SECOND - clock;
        double spent = MACHINE.getProcessCpuTime() / NANOS_PER_SECOND - processors;
        taker = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / NANOS_PER_SECOND - taker;
        System.out.printf("%,12d events of %,d people%n", history.size(), audience.size());
        System.out.printf(
                "  read     %8.2f s, %.2f s of all processors, %.2f of the longer thread%n", read, spent, taker);
        System.out.printf("  keeps    %8d MB%n", (used() - before) / BYTES_PER_MEGABYTE);
        clock = System.nanoTime() / NANOS_PER_SECOND;
        Messages messages = Messages.of(audience, history);
        System.out.printf(
                "  linking  %8.2f s, %,d messages%n", System.nanoTime() / NANOS_PER_SECOND - clock, messages.size());
        System.out.printf("  at most  %8d MB of heap so far, before collections%n", peak() / BYTES_PER_MEGABYTE);
    }

    private static Source source(Path folder, String file) {
        return new Source(folder, file, Map.of(), Map.of(), SmallCampaign.PLACE);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .mapToLong((MemoryPoolMXBean pool) -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
