package org.personalize.cli;

import java.io.IOException;
import org.personalize.run.Checking;
import org.personalize.run.Story;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code personalize check CAMPAIGN}. */
@Command(
        name = "check",
        description = "Reads everything, renders everyone, and says what would go wrong. Sends and writes nothing.",
        footer = {"", "Example:", "  personalize check spring-sale.yaml --json"})
final class CheckCommand extends OneCampaignCommand {

    @Mixin
    People people = new People();

    CheckCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws IOException {
        Story story = Checking.run(request(), people.selection(common.commandLine()));
        return Telling.of(story, door, common.isJson);
    }
}
