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

/** Takes the fingerprints of everything a plan was made from. The files are read once more for it, so only if asked to. */
final class Inputs {

    /** Any zone will do: all of them come from one set of rules. */
    private static final String SOME_ZONE = "Europe/London";

    private final Campaign campaign;
    private final StopSignal stop;
    private final List<Fingerprint> found = new ArrayList<>();

    private Inputs(Campaign campaign, StopSignal stop) {
        this.campaign = campaign;
        this.stop = stop;
    }

    static Origin of(Campaign campaign, String version, StopSignal stop) throws IOException {
        var inputs = new Inputs(campaign, stop);
        inputs.look();
        return new Origin(
                version,
                Runtime.version().toString(),
                ZoneRulesProvider.getVersions(SOME_ZONE).lastKey(),
                inputs.found);
    }

    private void look() throws IOException {
        take("campaign", campaign.file());
        Path workspace = campaign.workspace().resolve(CampaignFile.WORKSPACE);
        if (Files.exists(workspace)) {
            take("workspace", workspace);
        }
        for (Path template : TemplateFiles.of(campaign)) {
            take("template", template);
        }
        take("customers", campaign.data().customers());
        take("items", campaign.data().items());
        take("events", campaign.data().events());
        for (Source source : campaign.data().suppressions()) {
            take("suppressions", source);
        }
    }

    private void take(String role, @Nullable Source source) throws IOException {
        if (source == null) {
            return;
        }
        var table = new TableSource(
                role, source.base(), source.pattern(), Map.of(), HeaderAliases.NONE, List.of(), source.place());
        for (Path file : table.files()) {
            take(role, file);
        }
    }

    private void take(String role, Path file) throws IOException {
        stop.obey();
        found.add(Fingerprint.of(role, campaign.workspace(), file));
    }
}
