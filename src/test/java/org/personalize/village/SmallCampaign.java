package org.personalize.village;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.AudienceRules;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Schedule;
import org.personalize.campaign.Slot;
import org.personalize.campaign.Smtp;
import org.personalize.campaign.Sources;
import org.personalize.campaign.Text;
import org.personalize.problem.Place;

/** A campaign written by hand: greets everybody at once and asks for nothing; what matters to a test can be set. */
public final class SmallCampaign {

    public static final Place PLACE = Place.at("spring.yaml", 4, 3);

    private final Path folder;
    private String name = "spring";
    private String seed = "spring";
    private Sources.@Nullable Source customers;
    private List<Sources.Source> suppressions = List.of();
    private List<String> variants = List.of("only");
    private Map<String, Double> shares = Map.of();
    private AudienceRules rules = consentIn("opt_in");
    private Campaign.Groups groups = new Campaign.Groups(0, 0);
    private List<Slot> slots = List.of();
    private Schedule schedule = atOnce(ZoneOffset.UTC);
    private List<Integer> warmUp = List.of();

    private SmallCampaign(Path folder) {
        this.folder = folder;
    }

    public static SmallCampaign in(Path folder) {
        return new SmallCampaign(folder);
    }

    public SmallCampaign named(String text) {
        name = text;
        return this;
    }

    public SmallCampaign seed(String text) {
        seed = text;
        return this;
    }

    /** Reads {@code customers.csv} of its folder. */
    public SmallCampaign customers(Map<String, String> types) {
        customers = new Sources.Source(folder, "customers.csv", Map.of(), types, PLACE);
        return this;
    }

    public SmallCampaign suppressions(List<String> patterns) {
        suppressions = patterns.stream()
                .map(pattern -> new Sources.Source(folder, pattern, Map.of(), Map.of(), PLACE))
                .toList();
        return this;
    }

    public SmallCampaign variants(List<String> names, Map<String, Double> split) {
        variants = names;
        shares = split;
        return this;
    }

    public SmallCampaign rules(AudienceRules audience) {
        rules = audience;
        return this;
    }

    public SmallCampaign groups(Campaign.Groups held) {
        groups = held;
        return this;
    }

    public SmallCampaign slots(List<Slot> places) {
        slots = places;
        return this;
    }

    public SmallCampaign schedule(Schedule when) {
        schedule = when;
        return this;
    }

    /** A relay that asks for nothing but this many mails on the first days. */
    public SmallCampaign warmUp(List<Integer> mails) {
        warmUp = mails;
        return this;
    }

    public Campaign campaign() {
        return new Campaign(
                name,
                folder.resolve("spring.yaml"),
                folder,
                new Campaign.Sender("Acme", "news@acme.example"),
                null,
                new Sources(customers, null, null, suppressions, Map.of(), null),
                List.of("en", "de"),
                variants.stream().map(SmallCampaign::variant).toList(),
                new Campaign.Split(false, shares),
                Campaign.Goal.CLICK,
                null,
                folder.resolve("spring.ftlh"),
                null,
                List.of(),
                Set.of(),
                rules,
                groups,
                slots,
                schedule,
                0,
                warmUp.isEmpty() ? null : relay(),
                null,
                new Campaign.Compliance(null, null, null, null, "sales"),
                new Campaign.Links(false, null),
                new Campaign.Images(null, null),
                folder.resolve("models"),
                folder.resolve("personalize.db").toString(),
                folder.resolve("personalize.key"),
                seed);
    }

    private Smtp relay() {
        return new Smtp(
                "localhost",
                25,
                Smtp.Security.NONE,
                null,
                null,
                1,
                0,
                Map.of(),
                warmUp,
                List.of(),
                Duration.ofHours(72),
                Smtp.Relay.PLAIN,
                null,
                new Smtp.StopWhen(0, 0));
    }

    public static AudienceRules consentIn(String column) {
        return new AudienceRules(null, column, null, List.of(), null, null, 0, 0, null, null);
    }

    public static AudienceRules consentNotRecorded() {
        return new AudienceRules(null, null, "customers of the shop", List.of(), null, null, 0, 0, null, null);
    }

    public static AudienceRules allConsents() {
        return new AudienceRules(null, "opt_in", null, List.of(), "tracking", "profiling", 0, 0, null, null);
    }

    /** No window, no quiet hours and no pace, in this zone. */
    public static Schedule atOnce(ZoneId zone) {
        return new Schedule(
                false, null, null, null, Set.of(), Set.of(), zone, 0, 0, null, Schedule.Repeat.NEVER, false);
    }

    private static Campaign.Variant variant(String name) {
        return new Campaign.Variant(name, new Text(Map.of("", new Text.Line("Hello", PLACE))));
    }
}
