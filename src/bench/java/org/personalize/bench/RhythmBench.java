package org.personalize.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.personalize.audience.Audience;
import org.personalize.audience.Customers;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Sources.Source;
import org.personalize.catalog.Catalog;
import org.personalize.csv.Rejects;
import org.personalize.history.History;
import org.personalize.history.OptOuts;
import org.personalize.history.Reading;
import org.personalize.history.SignalRule;
import org.personalize.measure.Work;
import org.personalize.rhythm.RhythmTraining;
import org.personalize.rhythm.Rhythms;
import org.personalize.village.SmallCampaign;

/** What learning the hours of a large shop takes, beside the log that is there before, and what asking for everybody's does. */
public final class RhythmBench {

    private static final int ITEMS = 1_000;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int BYTES_PER_MEGABYTE = 1 << 20;

    private RhythmBench() {}

    /** @param args how many events and people; ten millions and one unless given */
    public static void main(String[] args) throws IOException {
        int events = args.length > 0 ? Integer.parseInt(args[0]) : 10_000_000;
        int people = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
        Path folder = Files.createTempDirectory("rhythm-bench");
        try {
            LargeShop.lay(folder, people, ITEMS, events, 1);
            learn(folder);
        } finally {
            for (String file : List.of("customers.csv", "items.csv", "events.csv")) {
                Files.deleteIfExists(folder.resolve(file));
            }
            Files.delete(folder);
        }
    }

    private static void learn(Path folder) {
        Campaign campaign = SmallCampaign.in(folder)
                .customers(Map.of())
                .rules(SmallCampaign.consentIn("marketing_opt_in"))
                .campaign();
        Customers audience = Audience.read(campaign, new Rejects());
        Catalog catalog = Catalog.read(source(folder, "items.csv"), ZoneOffset.UTC, new Rejects());
        var reading =
                new Reading(ZoneOffset.UTC, LargeShop.NOW, SignalRule.DEFAULTS, audience, catalog, OptOuts.IGNORED);
        History history = History.read(source(folder, "events.csv"), reading, new Rejects());
        long before = used();
        long start = System.nanoTime();
        RhythmTraining.Trained trained =
                RhythmTraining.train(audience, history, Set.of(), LargeShop.NOW, Work.ofSeconds(60));
        double training = (System.nanoTime() - start) / NANOS_PER_SECOND;
        long kept = used() - before;
        start = System.nanoTime();
        var rhythms = new Rhythms(trained.model(), audience, history, LargeShop.NOW);
        long personal = IntStream.range(0, audience.size())
                .parallel()
                .filter(rhythms::hasPersonalHour)
                .count();
        System.out.printf(
                Locale.ROOT,
                "%,d events of %,d people: trained in %.1f s, %d MB kept; asked for everybody in %.1f s, %,d personal%n",
                history.size(),
                audience.size(),
                training,
                kept / BYTES_PER_MEGABYTE,
                (System.nanoTime() - start) / NANOS_PER_SECOND,
                personal);
        trained.notes().forEach(System.out::println);
    }

    private static Source source(Path folder, String file) {
        return new Source(folder, file, Map.of(), Map.of(), SmallCampaign.PLACE);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
