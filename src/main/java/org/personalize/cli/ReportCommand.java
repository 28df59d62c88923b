package org.personalize.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalize.report.ReportPage;
import org.personalize.run.Reporting;
import org.personalize.run.Reporting.Orders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code personalize report CAMPAIGN}. */
@Command(
        name = "report",
        description = "Tells what was sent, what came of it, what the mail earned and what personalizing it earned,"
                + " each with how sure that is. Sends nothing, and writes only the files that are asked for.",
        footer = {
            "",
            "Examples:",
            "  personalize report spring-sale.yaml",
            "  personalize report spring-sale.yaml --html report.html",
            "  personalize report --all --json > report.json",
            "  personalize report spring-sale.yaml --what-if",
            "  personalize report spring-sale.yaml --recipients recipients.csv"
        })
final class ReportCommand extends DoorCommand {

    @Parameters(
            paramLabel = "CAMPAIGN",
            arity = "0..1",
            description = "The campaign's YAML file. With --all, one whose workspace is meant.")
    @Nullable
    Path campaign;

    @Option(names = "--all", description = "All campaigns of the workspace together.")
    boolean isAll;

    @Option(
            names = "--machine",
            description = "Count opens and clicks of machines, such as link scanners, as people's.")
    boolean countsMachines;

    @Option(
            names = "--what-if",
            description = "Also what other ways of deciding would have earned, by what was left to chance.")
    boolean isWhatIf;

    @Option(names = "--recipients", paramLabel = "FILE", description = "Write what came of each mail, as CSV.")
    @Nullable
    Path recipients;

    @Option(names = "--details", description = "Show every breakdown, and the answers by weekday and time zone.")
    boolean isDetailed;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write the report as a page to show to others, too; it names nobody.")
    @Nullable
    Path html;

    ReportCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws IOException {
        if (campaign == null && !isAll) {
            throw new ParameterException(common.commandLine(), "name a campaign's file, or say --all");
        }
        Path file = campaign == null ? Reporting.anyCampaign(door.folder(), door.environment()) : campaign;
        Path out = recipients == null ? null : output("--recipients", recipients, List.of(file), List.of());
        Path page = html == null ? null : output("--html", html, List.of(file), List.of());
        Reporting.Result result = Reporting.run(request(file), new Orders(isAll, countsMachines, out, isWhatIf));
        result.notices().forEach(notice -> door.err().println("note: " + notice));
        if (page != null) {
            ReportPage.write(page, result.report(), PersonalizeCommand.version());
        }
        if (common.isJson) {
            ReportJson.of(result, door.out());
        } else {
            ReportTelling.of(result, door, isDetailed);
        }
        return ExitCode.DONE;
    }
}
