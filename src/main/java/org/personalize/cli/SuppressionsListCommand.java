package org.personalize.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.personalize.csv.CsvWriter;
import org.personalize.ledger.Suppression;
import org.personalize.plan.Json;
import org.personalize.run.FolderLedgers;
import picocli.CommandLine.Command;

/** {@code personalize suppressions list}. */
@Command(
        name = "list",
        description =
                "Lists who is suppressed by the ledger, as CSV or JSON. What a file of opt-outs said is in it as soon as a run has read that.",
        footer = {"", "Example:", "  personalize suppressions list > suppressed.csv"})
final class SuppressionsListCommand extends FolderLedgersCommand {

    SuppressionsListCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws IOException {
        try (var ledgers = FolderLedgers.toRead(workspace(), door.environment())) {
            if (common.isJson) {
                json(ledgers);
            } else {
                csv(ledgers);
            }
            ledgers.throwIfIncomplete();
        }
        return ExitCode.DONE;
    }

    private void csv(FolderLedgers ledgers) throws IOException {
        CsvWriter writer = CsvWriter.forPeople(door.out());
        writer.row(List.of("email", "reason", "since", "source", "lifted_at", "customer_id"));
        ledgers.suppressions(one -> write(writer, one));
    }

    private static void write(CsvWriter writer, Suppression one) {
        try {
            String lifted = one.liftedAt() == null ? "" : one.liftedAt().toString();
            writer.row(List.of(
                    one.mailbox(), one.reason().word(), one.since().toString(), one.source(), lifted, one.customer()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void json(FolderLedgers ledgers) throws IOException {
        Json json = Json.pretty(door.out());
        json.object().name("suppressions").array();
        ledgers.suppressions(one -> write(json, one));
        json.end().end();
        door.out().println();
    }

    private static void write(Json json, Suppression one) {
        try {
            json.object()
                    .field("email", one.mailbox())
                    .field("reason", one.reason().word())
                    .field("since", one.since().toString())
                    .field("source", one.source());
            if (!one.customer().isEmpty()) {
                json.field("customer_id", one.customer());
            }
            if (one.liftedAt() != null) {
                json.field("lifted_at", one.liftedAt().toString());
            }
            json.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
