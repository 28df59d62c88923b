package org.personalize.cli;

import java.io.IOException;
import org.personalize.ledger.Brake;
import org.personalize.ledger.Standings;
import org.personalize.run.Standing;
import picocli.CommandLine.Command;

/** {@code personalize pause CAMPAIGN}. */
@Command(
        name = "pause",
        description =
                "Stops a campaign within a second, in every process and on every machine, until somebody resumes it.",
        footer = {"", "Example:", "  personalize pause spring-sale.yaml"})
final class PauseCommand extends OneCampaignCommand {

    PauseCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws IOException {
        Standings standings = Standing.brake(request(), Brake.PAUSED, "by hand");
        StandingsTelling.of(standings, Standing.beside(request(), standings.edition()), door, common.isJson);
        return ExitCode.DONE;
    }
}
