package org.personalize.cli;

import java.io.IOException;
import org.personalize.ledger.Standings;
import org.personalize.run.Standing;
import picocli.CommandLine.Command;

/** {@code personalize status CAMPAIGN}. */
@Command(
        name = "status",
        description = "Says how many people are in which state, and what is due when. Reads the ledger only.",
        footer = {"", "Example:", "  personalize status spring-sale.yaml --json"})
final class StatusCommand extends OneCampaignCommand {

    StatusCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws IOException {
        Standings standings = Standing.of(request());
        StandingsTelling.of(standings, Standing.beside(request(), standings.edition()), door, common.isJson);
        return ExitCode.DONE;
    }
}
