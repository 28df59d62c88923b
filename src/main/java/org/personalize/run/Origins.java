package org.personalize.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.AudienceRules;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Campaign.Signal;
import org.personalize.campaign.Sources.Source;
import org.personalize.learn.Papers.Input;
import org.personalize.learn.Papers.Origin;
import org.personalize.learn.Papers.Setting;
import org.personalize.ledger.Ledger;
import org.personalize.plan.Fingerprint;

/** What a model follows from: the files with their fingerprints, and every key of the campaign that learning depends on. */
final class Origins {

    private static final Set<String> ROLES = Set.of("customers", "items", "events");

    private static final String LEDGER = "ledger";

    private Origins() {}

    static Origin of(Campaign campaign, Request request, long seconds, String version) throws IOException {
        List<Input> inputs = new ArrayList<>();
        for (Inputs.Input input : Inputs.of(campaign)) {
            if (ROLES.contains(input.role())) {
                request.stop().obey();
                Fingerprint print = Fingerprint.of(input.role(), campaign.workspace(), input.file());
                inputs.add(new Input(print.role(), print.file(), print.bytes(), print.sha256()));
            }
        }
        addLedger(campaign, inputs);
        return new Origin(
                campaign.name(),
                version,
                Runtime.version().toString(),
                request.now(),
                "sha256:" + Fingerprint.of(campaign.seed()),
                settings(campaign, seconds),
                inputs);
    }

    /** What the ledger knows is learned from like a file of events. */
    private static void addLedger(Campaign campaign, List<Input> inputs) throws IOException {
        try (Ledger ledger = WorkspaceLedger.toRead(campaign).orElse(null)) {
            String state =
                    ledger == null ? "" : KnownEvents.segments(campaign, ledger).knownState();
            if (!state.isEmpty()) {
                inputs.add(new Input(LEDGER, LEDGER, 0, Fingerprint.of(state)));
            }
        }
    }

    private static List<Setting> settings(Campaign campaign, long seconds) {
        List<Setting> settings = new ArrayList<>();
        settings.add(new Setting("budget", seconds + "s"));
        settings.add(
                new Setting("schedule.time_zone", campaign.schedule().zone().getId()));
        settings.add(new Setting("languages", String.join(", ", campaign.languages())));
        for (Signal signal : campaign.signals()) {
            var when = signal.when();
            String condition = when == null ? "" : " when " + when.source();
            settings.add(new Setting("signals." + signal.event(), signal.weight() + condition));
        }
        settings.add(new Setting("protected", String.join(", ", campaign.protectedColumns())));
        AudienceRules rules = campaign.audience();
        consent(settings, "tracking_consent", rules.trackingConsentColumn());
        consent(settings, "personalization_consent", rules.personalizationConsentColumn());
        columns(settings, "customers", campaign.data().customers());
        columns(settings, "items", campaign.data().items());
        columns(settings, "events", campaign.data().events());
        return settings;
    }

    private static void consent(List<Setting> settings, String key, @Nullable String column) {
        if (column != null) {
            settings.add(new Setting("audience." + key, column));
        }
    }

    private static void columns(List<Setting> settings, String role, @Nullable Source source) {
        if (source != null) {
            sorted(settings, "data." + role + ".columns.", source.columns());
            sorted(settings, "data." + role + ".types.", source.types());
        }
    }

    private static void sorted(List<Setting> settings, String prefix, Map<String, String> values) {
        new TreeMap<>(values).forEach((name, value) -> settings.add(new Setting(prefix + name, value)));
    }
}
