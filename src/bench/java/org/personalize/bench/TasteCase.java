package org.personalize.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import org.personalize.measure.Choice;
import org.personalize.measure.Trial;
import org.personalize.measure.Work;
import org.personalize.taste.Interests;
import org.personalize.taste.Taste;
import org.personalize.taste.TasteModel;
import org.personalize.taste.TasteTraining;

/**
 * Trains on a folder with customers.csv, items.csv and events.csv, and writes the best twenty items of everybody: without
 * what they had, of only that, and of all. For scorers of ranked lists that know what was held out.
 */
public final class TasteCase {

    private static final int DEPTH = 20;
    private static final double NANOS = 1e9;
    private static final String CAMPAIGN = """
            campaign: case
            from: Shop <news@shop.example>
            data: {customers: customers.csv, items: items.csv, events: events.csv}
            subject: {only: Hello}
            preheader: Chosen for you
            template: mail.ftlh
            audience: {consent: {not_recorded: "a benchmark, nothing is sent"}}
            compliance: {postal_address: "1 Hill Road", unsubscribe: "https://shop.example/u/${token}"}
            """;

    private TasteCase() {}

    /**
     * @param args the folder, where to write, the work in seconds, from when on nothing is known, and {@code untrained} for
     *     usual settings
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Path out = Files.createDirectories(Path.of(args[1]));
        Path file = folder.resolve("campaign.yaml");
        Files.writeString(file, CAMPAIGN);
        Files.writeString(folder.resolve("mail.ftlh"), "<html lang=\"en\"></html>");
        Campaign campaign = CampaignFile.read(file, Map.of(), Set.<Demand>of());
        Instant now = args.length > 3 ? Instant.parse(args[3]) : Instant.now();
        var rejects = new Rejects();
        Customers audience = Audience.read(campaign, rejects);
        Catalog catalog = Catalog.read(campaign, rejects);
        History history = History.read(
                campaign.data().events(),
                new Reading(
                        ZoneId.of("UTC"),
                        now,
                        SignalRule.DEFAULTS,
                        audience,
                        catalog,
                        OptOuts.into(audience.suppressions())),
                rejects);
        say("%d people, %d items, %d events", audience.size(), catalog.size(), history.size());
        long start = System.nanoTime();
        TasteModel model = args.length > 4 ? TasteModel.untrained() : trained(audience, catalog, history, now, args);
        say("training took %.1f s", (System.nanoTime() - start) / NANOS);
        start = System.nanoTime();
        var taste = new Taste(model, audience, catalog, history, new Interests(audience, catalog), now);
        write(out.resolve("exclude.csv"), audience, catalog, taste, Seen.EXCLUDE);
        write(out.resolve("only.csv"), audience, catalog, taste, Seen.ONLY);
        write(out.resolve("include.csv"), audience, catalog, taste, Seen.INCLUDE);
        say("scoring three times took %.1f s", (System.nanoTime() - start) / NANOS);
    }

    private enum Seen {
        EXCLUDE,
        ONLY,
        INCLUDE
    }

    private static TasteModel trained(Audience audience, Catalog catalog, History history, Instant now, String[] args) {
        var trained = TasteTraining.train(
                audience, catalog, history, Set.of(), now, Work.ofSeconds(Double.parseDouble(args[2])));
        for (Choice choice : trained.choices()) {
            say("%s: %s. %s", choice.question(), choice.chosen(), choice.why());
            for (Trial trial : choice.trials()) {
                say(
                        "    %-36s %-24s %-5s %-16s %.4f (%.4f to %.4f) of %d%s",
                        trial.candidate(),
                        trial.window(),
                        trial.stratum(),
                        trial.metric(),
                        trial.score().mean(),
                        trial.score().low(),
                        trial.score().high(),
                        trial.score().number(),
                        trial.isBaseline() ? " baseline" : "");
            }
        }
        trained.notes().forEach(note -> say("note: %s", note));
        return trained.model();
    }

    private static void write(Path file, Audience audience, Catalog catalog, Taste taste, Seen seen)
            throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("customer_id,rank,item_id,score\n");
            for (int person = 0; person < audience.size(); person++) {
                var had = taste.had(person);
                int[] best = switch (seen) {
                    case EXCLUDE -> taste.top(person, DEPTH, item -> !had.get(item));
                    case ONLY -> taste.topOfHad(person, DEPTH, item -> true);
                    case INCLUDE -> taste.top(person, DEPTH, item -> true);
                };
                int rank = 0;
                for (int item : best) {
                    writer.write(audience.customer(person).id()
                            + ','
                            + ++rank
                            + ','
                            + catalog.item(item).id()
                            + ','
                            + taste.score(person, item)
                            + '\n');
                }
            }
        }
    }

    private static void say(String form, Object... values) {
        System.out.println(String.format(Locale.ROOT, form, values));
    }
}
