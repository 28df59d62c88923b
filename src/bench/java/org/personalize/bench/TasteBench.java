package org.personalize.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.personalize.audience.Audience;
import org.personalize.catalog.Catalog;
import org.personalize.history.History;
import org.personalize.measure.Work;
import org.personalize.taste.Interests;
import org.personalize.taste.Taste;
import org.personalize.taste.TasteModel;
import org.personalize.taste.TasteTraining;

/**
 * What learning the items of a large shop takes, and finding the best few for everybody: seconds on the clock and of all
 * processors, and the most memory. A tenth of the events is learned from first, of as many people and items, so that one
 * sees what grows with the events alone.
 */
public final class TasteBench {

    private static final int ITEMS = 50_000;
    private static final int TOP = 4;
    private static final double BUDGET_SECONDS = 36;
    private static final double NANOS = 1e9;
    private static final int BYTES_PER_MEGABYTE = 1 << 20;
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private TasteBench() {}

    /** @param args how many events, people and items; ten millions, one million and 50,000 unless given */
    public static void main(String[] args) {
        int events = args.length > 0 ? Integer.parseInt(args[0]) : 10_000_000;
        int people = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
        int items = args.length > 2 ? Integer.parseInt(args[2]) : ITEMS;
        run(new TasteShop(people, items, events / 10, 1));
        run(new TasteShop(people, items, events, 1));
    }

    private static void run(TasteShop shop) {
        Audience audience = shop.audience();
        Catalog catalog = shop.catalog();
        History history = shop.history();
        say("%,12d events of %,d people and %,d items", history.size(), audience.size(), catalog.size());
        var clock = new Clock();
        TasteModel model = TasteTraining.train(
                        audience, catalog, history, Set.of(), TasteShop.NOW, Work.ofSeconds(BUDGET_SECONDS))
                .model();
        clock.tell("training");
        var taste = new Taste(model, audience, catalog, history, new Interests(audience, catalog), TasteShop.NOW);
        clock.tell("opening");
        long found = IntStream.range(0, audience.size())
                .parallel()
                .mapToLong(person -> taste.top(person, TOP, item -> true).length)
                .sum();
        clock.tell("top " + TOP);
        say("  %,d items found, at most %,d MB of heap", found, peak() / BYTES_PER_MEGABYTE);
    }

    private static final class Clock {

        private long wall = System.nanoTime();
        private long processors = MACHINE.getProcessCpuTime();

        void tell(String what) {
            say(
                    "  %-10s %8.1f s, %.1f s of all processors",
                    what, (System.nanoTime() - wall) / NANOS, (MACHINE.getProcessCpuTime() - processors) / NANOS);
            wall = System.nanoTime();
            processors = MACHINE.getProcessCpuTime();
        }
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong((MemoryPoolMXBean pool) -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static void say(String form, Object... values) {
        System.out.println(String.format(Locale.ROOT, form, values));
    }
}
