package org.personalize.cli;

import java.io.IOException;
import org.personalize.run.Explaining;
import org.personalize.run.Explanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code personalize explain CAMPAIGN CUSTOMER}. */
@Command(
        name = "explain",
        description = "Says why this person gets this content at this time, in words and numbers: the hours, every item"
                + " with what speaks for it, what rules kept out, what was left to chance, and what was learned from.",
        footer = {
            "",
            "Examples:",
            "  personalize explain spring-sale.yaml c0017",
            "  personalize explain spring-sale.yaml ann@example.com --json"
        })
final class ExplainCommand extends OneCampaignCommand {

    @Parameters(index = "1", paramLabel = "CUSTOMER", description = "An id or an address.")
    String customer = "";

    ExplainCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws IOException {
        Explanation explanation = Explaining.run(request(), customer);
        explanation.notices().forEach(notice -> door.err().println("note: " + notice));
        if (common.isJson) {
            ExplanationJson.write(explanation, door.out());
            door.out().println();
        } else {
            new ExplainTelling(explanation, door.out()).tell();
        }
        return ExitCode.DONE;
    }
}
