package org.personalize.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalize.run.PlanOrders;
import org.personalize.run.PlanRun;
import org.personalize.run.PlanStory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code personalize plan CAMPAIGN…}. */
@Command(
        name = "plan",
        description = "Decides who gets what and when, and promises it in the ledger: everyone once.",
        footer = {
            "",
            "Examples:",
            "  personalize plan spring-sale.yaml --out plan.json",
            "  personalize plan spring-sale.yaml --again --out plan.json \\",
            "      --diff plan.json --changes changes.csv",
            "  personalize plan spring-sale.yaml --dry-run --diff plan.json",
            "  personalize plan win-back.yaml weekly-digest.yaml --out plan.csv",
            "",
            "What was promised stands; send keeps it. --again decides anew for whoever was not tried yet.",
            "Of several campaigns each has a file of its own: plan-win-back.csv, plan-weekly-digest.csv."
        })
final class PlanCommand extends SeveralCampaignsCommand {

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the plan goes; .csv or .json by its ending. send --plan takes the JSON.")
    @Nullable
    Path out;

    @Option(
            names = "--diff",
            paramLabel = "OLD",
            description = "Say what differs from a plan written earlier, .csv or .json, and why.")
    @Nullable
    Path older;

    @Option(
            names = "--changes",
            paramLabel = "FILE",
            description = "With --diff: where every difference goes, one a row; .csv or .json by its ending.")
    @Nullable
    Path changes;

    @Option(names = "--again", description = "Decide anew for those who were promised a mail and not tried yet.")
    boolean isAgain;

    @Option(names = "--dry-run", description = "Decide, and promise nothing: the ledger is only read.")
    boolean isDry;

    PlanCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws IOException {
        if (changes != null && older == null) {
            throw wrong("--changes needs --diff OLD: with what shall the plan be compared?");
        }
        if (isAgain && people.limit != null) {
            throw wrong("--again and --limit contradict each other: whom --limit cuts would lose the promise");
        }
        return inTurn((turn, json) -> {
            Path old = fileOf(older, turn);
            var orders = new PlanOrders(
                    outputOf("--out", out, turn, List.of()),
                    old,
                    outputOf("--changes", changes, turn, old == null ? List.of() : List.of(old)),
                    isAgain,
                    isDry);
            PlanStory story = PlanRun.run(turn.request(), selection(), orders, PersonalizeCommand.version());
            return PlanTelling.of(story, door, json);
        });
    }
}
