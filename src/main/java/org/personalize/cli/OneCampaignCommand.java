package org.personalize.cli;

import java.nio.file.Path;
import java.util.List;
import org.personalize.run.Request;
import picocli.CommandLine.Parameters;

/** What all commands on one campaign share. */
abstract class OneCampaignCommand extends DoorCommand {

    @Parameters(paramLabel = "CAMPAIGN", description = "The campaign's YAML file.")
    Path campaign = Path.of("");

    OneCampaignCommand(Door door) {
        super(door);
    }

    Request request() {
        return request(campaign);
    }

    Path output(String option, Path named) {
        return output(option, named, List.of(campaign), List.of());
    }
}
