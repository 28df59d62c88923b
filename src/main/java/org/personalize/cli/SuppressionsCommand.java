package org.personalize.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.personalize.audience.Mailbox;
import org.personalize.csv.CsvWriter;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Suppression;
import org.personalize.plan.Json;
import org.personalize.plan.Reason;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;
import org.personalize.problem.Problems;
import org.personalize.run.FolderLedgers;
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

    /** What the three have in common: the folder whose campaigns' ledgers it is about. */
    abstract static class OnLedger extends DoorCommand {

        @Option(
                names = "--workspace",
                paramLabel = "DIR",
                description = "Whose campaigns' ledger. Default: the current folder's.")
        String workspace = "";

        OnLedger(Door door) {
            super(door);
        }

        Path workspace() {
            return door.folder().resolve(workspace).normalize();
        }

        void sayHowMany(FolderLedgers ledgers) {
            int count = ledgers.all().size();
            if (count > 1) {
                door.err().println("personalize: the campaigns here use " + count + " ledgers; this holds for each");
            }
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
                json.object()
                        .field("added", added)
                        .field("counted_before", before)
                        .end();
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

    /** {@code personalize suppressions undo ADDRESS…}. */
    @Command(
            name = "undo",
            description = "Takes back what the ledger suppresses. What a file of opt-outs says still counts.",
            footer = {"", "Example:", "  personalize suppressions undo ann@example.com"})
    static final class Undo extends OnLedger {

        @Parameters(arity = "0..*", paramLabel = "ADDRESS", description = "Who may be written to again.")
        List<String> addresses = List.of();

        @Option(
                names = "--customer",
                paramLabel = "ID",
                description =
                        "A customer who may be written to again, at whatever address. May be given several times.")
        List<String> customers = List.of();

        Undo(Door door) {
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
                                + "; personalize suppressions list shows whom it does, without files of opt-outs");
            }
        }
    }
}
