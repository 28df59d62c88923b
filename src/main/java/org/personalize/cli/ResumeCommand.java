package org.personalize.cli;

import java.io.IOException;
import org.personalize.ledger.Brake;
import org.personalize.ledger.Standings;
import org.personalize.run.Standing;
import picocli.CommandLine.Command;

/** {@code personalize resume CAMPAIGN}. */
@Command(
        name = "resume",
        description = "Takes off what pause or stop_when put on, and frees held domains.",
        footer = {"", "Example:", "  personalize resume spring-sale.yaml"})
final class ResumeCommand extends OneCampaignCommand {

    ResumeCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws IOException {
        Standings before = Standing.of(request());
        Standings standings = Standing.brake(request(), Brake.OFF, "by hand");
        StandingsTelling.of(standings, Standing.beside(request(), standings.edition()), door, common.isJson);
        if (!common.isJson) {
            before.heldDomains().keySet().forEach(domain -> door.out().println("  mail to " + domain + " goes on"));
        }
        return ExitCode.DONE;
    }
}
