package org.personalize.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.personalize.deliver.Tick;
import org.personalize.deliver.Tick.Verdict;
import org.personalize.plan.Json;
import org.personalize.run.Doctor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code personalize doctor CAMPAIGN}. */
@Command(
        name = "doctor",
        description = "Looks at the relay, the name servers' records and the unsubscribe page, and says what to do;"
                + " sends nothing. With --received it reads how a test mail arrived.",
        footer = {
            "",
            "Examples:",
            "  personalize doctor spring-sale.yaml",
            "  personalize doctor spring-sale.yaml --received arrived.eml",
            "",
            "Exit codes: 0 all well; 1 something is missing or wrong; 69 the relay cannot be used."
        })
final class DoctorCommand extends OneCampaignCommand {

    @Option(names = "--received", paramLabel = "MESSAGE.eml", description = "The source of a test mail that arrived.")
    @Nullable
    Path received;

    @Option(
            names = "--name-server",
            paramLabel = "ADDRESS",
            description = "Whom to ask, such as 192.0.2.53. Default: those that the machine uses.")
    String nameServer = "";

    DoctorCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws IOException {
        Path mail = received == null ? null : door.folder().resolve(received);
        List<Tick> ticks = Doctor.look(request(), mail, nameServer);
        if (common.isJson) {
            json(ticks);
        } else {
            ticks.forEach(this::tell);
        }
        boolean isRelayBad =
                ticks.stream().anyMatch(tick -> tick.name().equals("relay") && tick.verdict() == Verdict.WRONG);
        boolean isAnyBad = ticks.stream()
                .anyMatch(tick -> tick.verdict() == Verdict.WRONG || tick.verdict() == Verdict.MISSING);
        if (isRelayBad) {
            return ExitCode.RELAY;
        }
        return isAnyBad ? ExitCode.SOMEBODY_LEFT_OUT : ExitCode.DONE;
    }

    private void tell(Tick tick) {
        String sign = switch (tick.verdict()) {
            case OK -> "✓";
            case MISSING, WRONG -> "✗";
            case UNKNOWN -> "?";
        };
        door.out().printf(Locale.ROOT, "%s %-12s %s%n", sign, tick.name(), tick.seen());
        if (!tick.remedy().isEmpty()) {
            door.out().println("               " + tick.remedy());
        }
    }

    private void json(List<Tick> ticks) throws IOException {
        Json json = Json.pretty(door.out());
        json.object().name("ticks").array();
        for (Tick tick : ticks) {
            json.object()
                    .field("name", tick.name())
                    .field("verdict", tick.verdict().name().toLowerCase(Locale.ROOT))
                    .field("seen", tick.seen())
                    .field("remedy", tick.remedy())
                    .end();
        }
        json.end().end();
        door.out().println();
    }
}
