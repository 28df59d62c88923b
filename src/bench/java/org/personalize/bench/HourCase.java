package org.personalize.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.personalize.audience.Audience;
import org.personalize.audience.Customers;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.CampaignFile;
import org.personalize.campaign.Demand;
import org.personalize.catalog.Catalog;
import org.personalize.csv.Rejects;
import org.personalize.history.History;
import org.personalize.history.OptOuts;
import org.personalize.history.Reading;
import org.personalize.history.SignalRule;
import org.personalize.measure.Trial;
import org.personalize.measure.Work;
import org.personalize.rhythm.RhythmTraining;
import org.personalize.rhythm.Rhythms;

/**
 * Trains the hours on a folder with {@code customers.csv}, {@code items.csv} and {@code events.csv}, prints the papers and
 * writes everybody's chances as {@code customer_id,h0,…,h23}; to a second file a row for each day of the week, as {@code
 * customer_id,dow,h0,…,h23}.
 */
public final class HourCase {

    private static final int HOURS = 24;
    private static final int DAYS = 7;
    private static final Work WORK = Work.ofSeconds(60);

    private HourCase() {}

    /** @param args the folder, the file to write, and perhaps another for the hours of the week */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]).toAbsolutePath();
        Path file = Files.createTempFile("case", ".yaml");
        try {
            Files.writeString(file, campaign(folder));
            Campaign campaign = CampaignFile.read(file, Map.of(), Set.of(Demand.DATA));
            run(campaign, Stream.of(args).skip(1).map(Path::of).toList());
        } finally {
            Files.delete(file);
        }
    }

    private static String campaign(Path folder) {
        return """
                campaign: case
                data: {customers: %1$s/customers.csv, items: %1$s/items.csv, events: %1$s/events.csv}
                signals: {purchase: 3, rating: {when: "event.value >= 7", weight: 2}}
                audience: {consent: {not_recorded: "public data"}}
                """.formatted(folder);
    }

    private static void run(Campaign campaign, List<Path> outs) throws IOException {
        var rejects = new Rejects();
        Customers audience = Audience.read(campaign, rejects);
        Catalog catalog = Catalog.read(campaign, rejects);
        Instant now = Instant.parse("2100-01-01T00:00:00Z");
        History history = History.read(
                campaign.data().events(),
                new Reading(campaign.schedule().zone(), now, SignalRule.DEFAULTS, audience, catalog, OptOuts.IGNORED),
                rejects);
        long start = System.nanoTime();
        RhythmTraining.Trained trained = RhythmTraining.train(audience, history, Set.of(), now, WORK);
        System.out.printf(Locale.ROOT, "trained in %.1f s%n", (System.nanoTime() - start) / 1e9);
        trained.choices().forEach(choice -> {
            System.out.println(choice.question() + ": " + choice.chosen() + " (" + choice.why() + ")");
            choice.trials().stream()
                    .filter(trial -> trial.stratum().equals("all"))
                    .forEach(HourCase::print);
        });
        trained.notes().forEach(System.out::println);
        var rhythms = new Rhythms(trained.model(), audience, history, now);
        for (Path out : outs) {
            write(out, rhythms, audience, !out.equals(outs.get(0)));
        }
    }

    private static void print(Trial trial) {
        System.out.printf(
                Locale.ROOT,
                "  %-70s %-34s %.4f [%.4f, %.4f] of %d%n",
                trial.candidate(),
                trial.metric(),
                trial.score().mean(),
                trial.score().low(),
                trial.score().high(),
                trial.score().number());
    }

    private static void write(Path out, Rhythms rhythms, Audience audience, boolean isWeek) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(out)) {
            var header = new StringJoiner(",").add("customer_id");
            for (String column : isWeek ? List.of("dow") : List.<String>of()) {
                header.add(column);
            }
            for (int h = 0; h < HOURS; h++) {
                header.add("h" + h);
            }
            writer.write(header + "\n");
            for (int person = 0; person < audience.size(); person++) {
                String id = audience.customer(person).id();
                double[] hours = isWeek ? rhythms.hoursOfWeek(person) : rhythms.asLogged(person);
                for (int day = 0; day < (isWeek ? DAYS : 1); day++) {
                    writer.write(row(isWeek ? id + "," + day : id, hours, day * HOURS) + "\n");
                }
            }
        }
    }

    private static String row(String start, double[] hours, int from) {
        var row = new StringJoiner(",").add(start);
        for (int h = from; h < from + HOURS; h++) {
            row.add(String.format(Locale.ROOT, "%.8f", hours[h]));
        }
        return row.toString();
    }
}
