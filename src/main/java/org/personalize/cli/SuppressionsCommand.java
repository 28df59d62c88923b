package org.personalize.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Mailbox;
import org.personalize.campaign.CampaignFile;
import org.personalize.campaign.Workspace;
import org.personalize.csv.CsvWriter;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Suppression;
import org.personalize.plan.Json;
import org.personalize.plan.Reason;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;
import org.personalize.problem.Problems;
import org.personalize.run.WorkspaceLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code personalize suppressions list|add|undo}. */
@Command(
        name = "suppressions",
        description = "Who must not be written to, why, and taking it back.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {SuppressionsCommand.ListAll.class, SuppressionsCommand.Add.class, SuppressionsCommand.Undo.class
        },
        footer = {"", "Example:", "  personalize suppressions list"})
final class SuppressionsCommand extends GroupCommand {

    SuppressionsCommand(Door door) {
        super(door);
    }

    /** What the three have in common: the workspace whose ledger it is. */
    abstract static class OnLedger extends DoorCommand {

        @Option(names = "--workspace", paramLabel = "DIR", description = "Whose ledger. Default: the current folder's.")
        String workspace = "";

        OnLedger(Door door) {
            super(door);
        }

        Workspace workspace() {
            return CampaignFile.workspace(door.folder().resolve(workspace), door.environment());
        }

        /** All of them, or a problem for every one that is no address. */
        static List<Mailbox> mailboxes(List<String> addresses, String done) {
            var problems = new Problems();
            for (String address : addresses) {
                if (Mailbox.read(address).isEmpty()) {
                    problems.add(
                            Place.NOWHERE,
                            Problem.quote(address) + " is no address",
                            "Write it as name@example.com. None was " + done + ".");
                }
            }
            problems.throwIfAny();
            return addresses.stream().map(a -> Mailbox.read(a).orElseThrow()).toList();
        }
    }

    /** {@code personalize suppressions list}. */
    @Command(
            name = "list",
            description = "Lists who is suppressed by the ledger, as CSV or JSON. Files with opt-outs are not in it.",
            footer = {"", "Example:", "  personalize suppressions list > suppressed.csv"})
    static final class ListAll extends OnLedger {

        ListAll(Door door) {
            super(door);
        }

        @Override
        public Integer call() throws IOException {
            Optional<Ledger> found = WorkspaceLedger.toRead(workspace());
            try (Ledger ledger = found.orElse(null)) {
                if (common.isJson) {
                    json(ledger);
                } else {
                    csv(ledger);
                }
            }
            return ExitCode.DONE;
        }

        private void csv(@Nullable Ledger ledger) throws IOException {
            CsvWriter writer = CsvWriter.forPeople(door.out());
            writer.row(List.of("email", "reason", "since", "source", "lifted_at", "customer_id"));
            if (ledger != null) {
                ledger.suppressions(one -> write(writer, one));
            }
        }

        private static void write(CsvWriter writer, Suppression one) {
            try {
                String lifted = one.liftedAt() == null ? "" : one.liftedAt().toString();
                writer.row(List.of(
                        one.mailbox(),
                        one.reason().word(),
                        one.since().toString(),
                        one.source(),
                        lifted,
                        one.customer()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void json(@Nullable Ledger ledger) throws IOException {
            Json json = Json.pretty(door.out());
            json.object().name("suppressions").array();
            if (ledger != null) {
                ledger.suppressions(one -> write(json, one));
            }
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

    /** {@code personalize suppressions add ADDRESS…}. */
    @Command(
            name = "add",
            description = "Suppresses addresses in all campaigns of the workspace, also in one that is being sent.",
            footer = {"", "Example:", "  personalize suppressions add ann@example.com --reason unsubscribed"})
    static final class Add extends OnLedger {

        @Parameters(arity = "1..*", paramLabel = "ADDRESS", description = "Who must not be written to any more.")
        List<String> addresses = List.of();

        @Option(
                names = "--reason",
                paramLabel = "REASON",
                description = "unsubscribed, complained, bounced or suppressed. Default: suppressed.")
        String reason = "suppressed";

        Add(Door door) {
            super(door);
        }

        @Override
        public Integer call() throws IOException {
            Reason why = why();
            List<Mailbox> mailboxes = mailboxes(addresses, "added");
            int added = 0;
            try (Ledger ledger = WorkspaceLedger.toWrite(workspace())) {
                for (Mailbox mailbox : mailboxes) {
                    added += ledger.suppress(mailbox, why, "by hand", common.nowOr(door)) ? 1 : 0;
                }
            }
            door.out().printf(Locale.ROOT, "%,d added, %,d counted before.%n", added, mailboxes.size() - added);
            return ExitCode.DONE;
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

    /** {@code personalize suppressions undo ADDRESS…}. */
    @Command(
            name = "undo",
            description = "Takes back what the ledger suppresses. What a file of opt-outs says still counts.",
            footer = {"", "Example:", "  personalize suppressions undo ann@example.com"})
    static final class Undo extends OnLedger {

        @Parameters(arity = "1..*", paramLabel = "ADDRESS", description = "Who may be written to again.")
        List<String> addresses = List.of();

        Undo(Door door) {
            super(door);
        }

        @Override
        public Integer call() throws IOException {
            List<Mailbox> mailboxes = mailboxes(addresses, "lifted");
            Optional<Ledger> found = WorkspaceLedger.toRead(workspace());
            int lifted = 0;
            List<Mailbox> unknown = new ArrayList<>(found.isPresent() ? List.of() : mailboxes);
            if (found.isPresent()) {
                found.get().close();
                try (Ledger ledger = WorkspaceLedger.toWrite(workspace())) {
                    for (Mailbox mailbox : mailboxes) {
                        int here = ledger.lift(mailbox, common.nowOr(door));
                        lifted += here;
                        if (here == 0) {
                            unknown.add(mailbox);
                        }
                    }
                }
            }
            door.out().printf(Locale.ROOT, "%,d lifted.%n", lifted);
            for (Mailbox one : unknown) {
                door.err()
                        .println("personalize: the ledger does not suppress " + Problem.quote(one.key())
                                + "; personalize suppressions list shows whom it does, without files of opt-outs");
            }
            return lifted > 0 ? ExitCode.DONE : ExitCode.WRONG_INPUT;
        }
    }
}
