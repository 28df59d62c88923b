package org.personalize.cli;

import java.nio.file.Path;
import java.util.List;
import org.personalize.audience.Mailbox;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;
import org.personalize.problem.Problems;
import org.personalize.run.FolderLedgers;
import picocli.CommandLine.Option;

/** What the commands about suppressions have in common: the folder whose campaigns' ledgers it is about. */
abstract class FolderLedgersCommand extends DoorCommand {

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description = "Whose campaigns' ledger. Default: the current folder's.")
    String workspace = "";

    FolderLedgersCommand(Door door) {
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
