package org.personalize.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.personalize.audience.Mailbox;
import org.personalize.ledger.Ledger;
import org.personalize.plan.Json;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;
import org.personalize.run.FolderLedgers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code personalize suppressions undo ADDRESS…}. */
@Command(
        name = "undo",
        description = "Takes back what the ledger suppresses. What a file of opt-outs says still counts.",
        footer = {"", "Example:", "  personalize suppressions undo ann@example.com"})
final class SuppressionsUndoCommand extends FolderLedgersCommand {

    @Parameters(arity = "0..*", paramLabel = "ADDRESS", description = "Who may be written to again.")
    List<String> addresses = List.of();

    @Option(
            names = "--customer",
            paramLabel = "ID",
            description = "A customer who may be written to again, at whatever address. May be given several times.")
    List<String> customers = List.of();

    SuppressionsUndoCommand(Door door) {
        super(door);
    }

    @FunctionalInterface
    private interface Lifting {
        int in(Ledger ledger) throws IOException;
    }

    @Override
    public Integer call() throws IOException {
        if (addresses.isEmpty() && customers.isEmpty()) {
            throw new InputProblem(
                    Place.NOWHERE,
                    "nobody is named",
                    "Name addresses, or customers by --customer ID; personalize suppressions list shows both.");
        }
        List<Mailbox> mailboxes = mailboxes(addresses, "lifted");
        Instant now = common.nowOr(door);
        int lifted = 0;
        List<String> unknown = new ArrayList<>();
        try (var ledgers = FolderLedgers.toChange(workspace(), door.environment())) {
            for (Mailbox mailbox : mailboxes) {
                lifted += lift(ledgers, mailbox.key(), ledger -> ledger.lift(mailbox, now), unknown);
            }
            for (String customer : customers) {
                lifted += lift(ledgers, customer, ledger -> ledger.lift(customer, now), unknown);
            }
            tell(lifted, unknown);
            sayHowMany(ledgers);
            ledgers.throwIfIncomplete();
        }
        return lifted > 0 ? ExitCode.DONE : ExitCode.WRONG_INPUT;
    }

    private static int lift(FolderLedgers ledgers, String who, Lifting lifting, List<String> unknown)
            throws IOException {
        int most = 0;
        for (Ledger ledger : ledgers.all()) {
            most = Math.max(most, lifting.in(ledger));
        }
        if (most == 0) {
            unknown.add(who);
        }
        return most;
    }

    private void tell(int lifted, List<String> unknown) throws IOException {
        if (common.isJson) {
            Json json = Json.pretty(door.out());
            json.object().field("lifted", lifted).name("unknown").array();
            for (String one : unknown) {
                json.text(one);
            }
            json.end().end();
        } else {
            door.out().printf(Locale.ROOT, "%,d lifted.%n", lifted);
        }
        for (String one : unknown) {
            door.err()
                    .println("personalize: the ledger does not suppress " + Problem.quote(one)
                            + "; personalize suppressions list shows whom it does");
        }
    }
}
