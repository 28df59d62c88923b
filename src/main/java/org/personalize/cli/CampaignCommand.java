package org.personalize.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalize.run.Request;
import org.personalize.run.Selection;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What all commands on a campaign share: the campaign, and whom of its people is meant. */
abstract class CampaignCommand extends DoorCommand {

    @Parameters(paramLabel = "CAMPAIGN", description = "The campaign's YAML file.")
    Path campaign = Path.of("");

    @Option(names = "--limit", paramLabel = "N", description = "Plan at most so many people, in the order of the file.")
    @Nullable
    Integer limit;

    @Option(
            names = "--only",
            paramLabel = "CUSTOMER",
            arity = "1..*",
            description = "Plan these people only: ids or addresses.")
    List<String> only = List.of();

    CampaignCommand(Door door) {
        super(door);
    }

    Request request() {
        return new Request(
                door.folder().resolve(campaign),
                common.nowOr(door),
                common.maxRejects,
                door.environment(),
                ProgressBar.at(door),
                door);
    }

    Selection selection() {
        if (limit != null && limit < 0) {
            throw new picocli.CommandLine.ParameterException(
                    common.commandLine(), "--limit: expected a number of people, found " + limit);
        }
        return new Selection(limit == null ? Integer.MAX_VALUE : limit, only);
    }
}
