package org.personalize.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.personalize.run.PlanRun;
import org.personalize.run.Story;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code personalize plan CAMPAIGN}. */
@Command(
        name = "plan",
        description = "Decides who gets what and when, and writes it down: everyone once.",
        footer = {"", "Example:", "  personalize plan spring-sale.yaml --out plan.csv"})
final class PlanCommand extends CampaignCommand {

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the plan goes; .csv or .json by its ending. Without it only the summary is printed.")
    @Nullable
    Path out;

    PlanCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws IOException {
        Path file = out == null ? null : door.folder().resolve(out);
        Story story = PlanRun.run(request(), selection(), file, PersonalizeCommand.version());
        return Telling.of(story, door, common.isJson);
    }
}
