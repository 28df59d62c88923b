package org.personalize.cli;

import java.io.IOException;
import org.personalize.ledger.Brake;
import org.personalize.ledger.Standings;
import org.personalize.run.Standing;
import picocli.CommandLine.Command;

/** {@code personalize cancel CAMPAIGN}. */
@Command(
        name = "cancel",
        description = "Stops a campaign for good: whoever was not mailed yet is not mailed any more.",
        footer = {"", "Example:", "  personalize cancel spring-sale.yaml"})
final class CancelCommand extends OneCampaignCommand {

    CancelCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws IOException {
        Standings standings = Standing.brake(request(), Brake.CANCELLED, "by hand");
        StandingsTelling.of(standings, Standing.beside(request(), standings.edition()), door, common.isJson);
        return ExitCode.DONE;
    }
}
