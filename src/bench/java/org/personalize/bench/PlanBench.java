package org.personalize.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Schedule;
import org.personalize.campaign.Schedule.Edge;
import org.personalize.campaign.Slot;
import org.personalize.history.History;
import org.personalize.plan.Decision;
import org.personalize.plan.LedgerFacts;
import org.personalize.plan.Plan;
import org.personalize.plan.Planner;
import org.personalize.plan.Planning;
import org.personalize.plan.Promises;
import org.personalize.plan.VariantShares;
import org.personalize.rhythm.RhythmModel;
import org.personalize.rhythm.Rhythms;
import org.personalize.taste.Interests;
import org.personalize.taste.Taste;
import org.personalize.taste.TasteModel;
import org.personalize.village.SmallCampaign;
import org.personalize.village.SmallCatalog;

/** What planning takes: four slots from 5,000 items each, and 72 hours of which each holds too few for all who want it. */
public final class PlanBench {

    private static final int ITEMS = 5_000;
    private static final int CATEGORIES = 40;
    private static final int EVENTS_EACH = 4;
    private static final int DAYS = 200;
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final LocalDateTime START = LocalDateTime.parse("2026-03-02T00:00");
    private static final double NANOS = 1e9;
    private static final int BYTES_PER_MEGABYTE = 1 << 20;
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private PlanBench() {}

    /** @param args how many people, one after the other; a hundred thousand and a million unless given */
    public static void main(String[] args) {
        int[] sizes = args.length == 0
                ? new int[] {100_000, 1_000_000}
                : IntStream.range(0, args.length)
                        .map(i -> Integer.parseInt(args[i]))
                        .toArray();
        for (int people : sizes) {
            run(people);
        }
    }

    private static void run(int people) {
        long first = NOW.getEpochSecond() - DAYS * 86_400L;
        var town = new PlanTown(people, ITEMS, EVENTS_EACH, DAYS, first);
        History history = town.history();
        var catalog = new SmallCatalog();
        IntStream.range(0, ITEMS).forEach(item -> catalog.add("i" + item, "category " + item % CATEGORIES));
        var hours = new Rhythms(RhythmModel.untrained(), town, history, NOW);
        var taste = new Taste(TasteModel.untrained(), town, catalog, history, new Interests(town, catalog), NOW);
        for (int perHour : new int[] {0, people / 40}) {
            Planning planning = new Planning(
                    campaign(perHour),
                    "",
                    new Edge(START, ZoneOffset.UTC),
                    new Edge(START.plusDays(3), ZoneOffset.UTC),
                    town,
                    catalog,
                    history,
                    person -> name -> name.equals("customer") ? town.customer(person) : null,
                    Planning.Conditions.NONE,
                    hours,
                    taste,
                    LedgerFacts.NONE,
                    Promises.NONE,
                    VariantShares.of(campaign(perHour)),
                    NOW,
                    Planning.NO_LIMIT,
                    Set.of());
            measure(people, perHour, planning);
        }
    }

    private static Campaign campaign(int perHour) {
        return SmallCampaign.in(Path.of("/bench"))
                .rules(SmallCampaign.consentNotRecorded())
                .groups(new Campaign.Groups(0.05, 0.1))
                .slots(List.of(slot("hero", 1), slot("first", 1), slot("second", 1), slot("third", 1)))
                .schedule(new Schedule(
                        true,
                        new Edge(START, ZoneOffset.UTC),
                        new Edge(START.plusDays(3), ZoneOffset.UTC),
                        new Schedule.QuietHours(LocalTime.of(23, 0), LocalTime.of(5, 0)),
                        Set.of(),
                        Set.of(),
                        ZoneOffset.UTC,
                        perHour,
                        0.03,
                        null,
                        Schedule.Repeat.NEVER,
                        false))
                .campaign();
    }

    private static Slot slot(String name, int pick) {
        return new Slot(name, pick, 1, Slot.Otherwise.POPULAR, Slot.From.ALL, null, true, null, 0, List.of(), Map.of());
    }

    private static void measure(int people, int perHour, Planning planning) {
        long cpu = PROCESS.getProcessCpuTime();
        long start = System.nanoTime();
        Plan plan = Planner.plan(planning);
        double seconds = (System.nanoTime() - start) / NANOS;
        double cpuSeconds = (PROCESS.getProcessCpuTime() - cpu) / NANOS;
        long planned = IntStream.range(0, plan.size())
                .filter(person -> plan.decision(person).status() == Decision.Status.PLANNED)
                .count();
        System.out.printf(
                Locale.ROOT,
                "%,d people, %s an hour: %,d planned in %.1f s (%.1f s of CPU), %d MB in use; %s%n",
                people,
                perHour == 0 ? "any number" : String.format(Locale.ROOT, "%,d", perHour),
                planned,
                seconds,
                cpuSeconds,
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / BYTES_PER_MEGABYTE,
                plan.sharing().map(Object::toString).orElse("nothing shared out"));
        plan.warnings().forEach(System.out::println);
    }
}
