package org.personalize.audience;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.personalize.campaign.AudienceRules;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Schedule;
import org.personalize.campaign.Sources;
import org.personalize.campaign.Text;
import org.personalize.problem.Place;

/** The smallest campaigns that read an audience. */
final class Campaigns {

    static final Place PLACE = Place.at("spring.yaml", 4, 3);

    private Campaigns() {}

    static Campaign over(Path folder, AudienceRules rules, List<String> suppressions, Map<String, String> types) {
        var customers = new Sources.Source(folder, "customers.csv", Map.of(), types, PLACE);
        var optOuts = suppressions.stream()
                .map(pattern -> new Sources.Source(folder, pattern, Map.of(), Map.of(), PLACE))
                .toList();
        return new Campaign(
                "spring",
                folder.resolve("spring.yaml"),
                folder,
                new Campaign.Sender("Acme", "news@acme.example"),
                null,
                new Sources(customers, null, null, optOuts, Map.of(), null),
                List.of("en", "de"),
                List.of(new Campaign.Variant("only", new Text(Map.of("", new Text.Line("Hello", PLACE))))),
                new Campaign.Split(false, Map.of("only", 1.0)),
                Campaign.Goal.CLICK,
                null,
                folder.resolve("spring.ftlh"),
                null,
                List.of(),
                Set.of(),
                rules,
                new Campaign.Groups(0, 0),
                List.of(),
                schedule(),
                0,
                null,
                null,
                new Campaign.Compliance(null, null, null, null, "news"),
                new Campaign.Links(false, null),
                new Campaign.Images(null, null),
                folder.resolve("models"),
                "personalize.db",
                folder.resolve("personalize.key"),
                "spring");
    }

    static AudienceRules consentIn(String column) {
        return new AudienceRules(null, column, null, null, null, 0, 0, null, null);
    }

    static AudienceRules consentNotRecorded() {
        return new AudienceRules(null, null, "customers of the shop", null, null, 0, 0, null, null);
    }

    static AudienceRules allConsents() {
        return new AudienceRules(null, "opt_in", null, "tracking", "profiling", 0, 0, null, null);
    }

    private static Schedule schedule() {
        return new Schedule(
                false,
                null,
                null,
                null,
                Set.of(),
                Set.of(),
                ZoneId.of("America/New_York"),
                0,
                0,
                null,
                Schedule.Repeat.NEVER,
                false);
    }
}
