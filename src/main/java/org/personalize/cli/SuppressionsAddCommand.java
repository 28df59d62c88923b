package org.personalize.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.personalize.audience.Mailbox;
import org.personalize.ledger.Ledger;
import org.personalize.plan.Json;
import org.personalize.plan.Reason;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;
import org.personalize.run.FolderLedgers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code personalize suppressions add ADDRESS…}. */
@Command(
        name = "add",
        description = "Suppresses addresses in all campaigns of the workspace, also in one that is being sent.",
        footer = {"", "Example:", "  personalize suppressions add ann@example.com --reason unsubscribed"})
final class SuppressionsAddCommand extends FolderLedgersCommand {

    @Parameters(arity = "1..*", paramLabel = "ADDRESS", description = "Who must not be written to any more.")
    List<String> addresses = List.of();

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            description = "unsubscribed, complained, bounced or suppressed. Default: suppressed.")
    String reason = "suppressed";

    SuppressionsAddCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws IOException {
        Reason why = why();
        List<Mailbox> mailboxes = mailboxes(addresses, "added");
        Instant now = common.nowOr(door);
        int added = 0;
        try (var ledgers = FolderLedgers.toWrite(workspace(), door.environment())) {
            for (Mailbox mailbox : mailboxes) {
                boolean isNew = false;
                for (Ledger ledger : ledgers.all()) {
                    isNew |= ledger.suppress(mailbox, why, "by hand", now);
                }
                added += isNew ? 1 : 0;
            }
            tell(added, mailboxes.size() - added);
            sayHowMany(ledgers);
            ledgers.throwIfIncomplete();
        }
        return ExitCode.DONE;
    }

    private void tell(int added, int before) throws IOException {
        if (common.isJson) {
            Json json = Json.pretty(door.out());
            json.object().field("added", added).field("counted_before", before).end();
        } else {
            door.out().printf(Locale.ROOT, "%,d added, %,d counted before.%n", added, before);
        }
    }

    private Reason why() {
        for (Reason one : List.of(Reason.UNSUBSCRIBED, Reason.COMPLAINED, Reason.BOUNCED, Reason.SUPPRESSED)) {
            if (one.word().equalsIgnoreCase(reason)) {
                return one;
            }
        }
        throw new InputProblem(
                Place.NOWHERE,
                "--reason " + Problem.quote(reason) + " is none",
                "Choose unsubscribed, complained, bounced or suppressed.");
    }
}
