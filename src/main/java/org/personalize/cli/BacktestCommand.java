package org.personalize.cli;

import java.io.IOException;
import java.time.Duration;
import org.personalize.run.Backtest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code personalize backtest CAMPAIGN}. */
@Command(
        name = "backtest",
        description =
                "Lives past weeks through again: learns from what was known then, plans, and compares the plan with"
                        + " what people did afterwards, beside simple ways of deciding. Writes nothing.",
        footer = {
            "",
            "Examples:",
            "  personalize backtest spring-sale.yaml",
            "  personalize backtest spring-sale.yaml --weeks 12 --json > backtest.json"
        })
final class BacktestCommand extends OneCampaignCommand {

    private static final int MOST_WEEKS = 520;

    @Option(
            names = "--weeks",
            paramLabel = "N",
            description = "How many whole weeks, counted back from the newest event. Default: 4.")
    int weeks = 4;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            converter = SendCommand.Span.class,
            description = "How much each training may try, as for train. Default: 20s.")
    Duration budget = Duration.ofSeconds(20);

    BacktestCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws IOException {
        if (weeks < 1 || weeks > MOST_WEEKS) {
            throw new ParameterException(
                    common.commandLine(), "--weeks: expected 1 to " + MOST_WEEKS + ", found " + weeks);
        }
        if (budget.isZero()) {
            throw new ParameterException(common.commandLine(), "--budget: expected some time, found none");
        }
        Backtest.Result result = Backtest.run(request(), weeks, budget.toSeconds(), PersonalizeCommand.version());
        result.notices().forEach(notice -> door.err().println("note: " + notice));
        BacktestTelling.of(result, door, common.isJson);
        return ExitCode.DONE;
    }
}
