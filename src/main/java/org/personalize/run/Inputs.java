package org.personalize.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.CampaignFile;
import org.personalize.campaign.Sources.Source;
import org.personalize.csv.HeaderAliases;
import org.personalize.csv.TableSource;
import org.personalize.plan.Fingerprint;
import org.personalize.plan.Origin;
import org.personalize.render.TemplateFiles;

/** Which files a plan and its mails are made from. For their fingerprints they are read once more, so only if asked to. */
final class Inputs {

    /** Any zone will do: all of them come from one set of rules. */
    private static final String SOME_ZONE = "Europe/London";

    private static final String CAMPAIGN = "campaign";
    private static final String WORKSPACE = "workspace";
    private static final String ITEMS = "items";

    private final Campaign campaign;
    private final List<Input> found = new ArrayList<>();

    private Inputs(Campaign campaign) {
        this.campaign = campaign;
    }

    /** @param role what the file is to the campaign, such as customers or template */
    record Input(String role, Path file) {

        boolean isSettings() {
            return role.equals(CAMPAIGN) || role.equals(WORKSPACE);
        }

        boolean isItems() {
            return role.equals(ITEMS);
        }
    }

    /** @param ledger what the ledger knew beside this edition; blank where there was none */
    static Origin origin(Campaign campaign, String version, String ledger, StopSignal stop) throws IOException {
        List<Fingerprint> prints = new ArrayList<>();
        for (Input input : of(campaign)) {
            stop.obey();
            prints.add(Fingerprint.of(input.role(), campaign.workspace(), input.file()));
        }
        return new Origin(
                version,
                Runtime.version().toString(),
                ZoneRulesProvider.getVersions(SOME_ZONE).lastKey(),
                ledger.isEmpty() ? "" : "sha256:" + Fingerprint.of(ledger),
                prints);
    }

    /** Every file that a campaign's plan and mails are made from. */
    static List<Input> of(Campaign campaign) {
        var inputs = new Inputs(campaign);
        inputs.look();
        return inputs.found;
    }

    private void look() {
        take(CAMPAIGN, campaign.file());
        Path workspace = campaign.workspace().resolve(CampaignFile.WORKSPACE);
        if (Files.exists(workspace)) {
            take(WORKSPACE, workspace);
        }
        for (Path template : TemplateFiles.of(campaign)) {
            take("template", template);
        }
        take("customers", campaign.data().customers());
        take(ITEMS, campaign.data().items());
        take("events", campaign.data().events());
        for (Source source : campaign.data().suppressions()) {
            take("suppressions", source);
        }
        takeModel();
    }

    /** What was learned is an input like the files: with another model another plan would come out. */
    private void takeModel() {
        Path model = Learned.file(campaign).path();
        if (Files.exists(model)) {
            take("model", model);
        }
    }

    private void take(String role, @Nullable Source source) {
        if (source == null) {
            return;
        }
        var table = new TableSource(
                role, source.base(), source.pattern(), Map.of(), HeaderAliases.NONE, List.of(), source.place());
        for (Path file : table.files()) {
            take(role, file);
        }
    }

    private void take(String role, Path file) {
        found.add(new Input(role, file));
    }
}
