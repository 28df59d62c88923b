package org.personalize.cli;

import java.io.IOException;
import org.personalize.run.Checking;
import org.personalize.run.Story;
import picocli.CommandLine.Command;

/** {@code personalize check CAMPAIGN}. */
@Command(
        name = "check",
        description = "Reads everything, renders everyone, and says what would go wrong. Sends and writes nothing.",
        footer = {"", "Example:", "  personalize check spring-sale.yaml --json"})
final class CheckCommand extends CampaignCommand {

    CheckCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws IOException {
        Story story = Checking.run(request(), selection());
        return Telling.of(story, door, common.isJson);
    }
}
